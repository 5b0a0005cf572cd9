import type { Quad, Term } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { forbiddenInIri, isAbsolute, isLanguageTag } from './well-formed.ts';

const blankLabel = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_.-]*[\p{L}\p{N}\p{M}_-])?$/u;

/**
 * The gate that every term passes before it is written: writers put IRIs, language tags and labels down as
 * they are, so that one with a `>`, a space or a line end would say other things than its own.
 * @throws Failure 7 where a term cannot be written as RDF 1.1 and read back as itself.
 */
export function assertTerm(term: Term): void {
  const fault = faultOf(term);
  if (fault)
    throw new Failure(exit.unwritable, `Cannot be written as RDF 1.1: ${fault}`, {
      hint: '`meent validate` shows where it stands, and how to mend it.',
    });
}

// The same quads are written in several syntaxes.
const sound = new WeakSet<Quad>();

export function assertQuad(quad: Quad): void {
  if (sound.has(quad)) return;
  assertTerm(quad.subject);
  assertTerm(quad.predicate);
  assertTerm(quad.object);
  assertTerm(quad.graph);
  sound.add(quad);
}

/** A prefix stands in the text as it is too (Turtle, PN_PREFIX). */
export function assertPrefix(prefix: string, namespace: string): void {
  if (prefix !== '' && !/^\p{L}(?:[\p{L}\p{N}\p{M}_.-]*[\p{L}\p{N}\p{M}_-])?$/u.test(prefix))
    throw new Failure(exit.unwritable, `Cannot be written as a prefix: ${JSON.stringify(prefix)}`);
  assertTerm({ termType: 'NamedNode', value: namespace } as Term);
}

function faultOf(term: Term): string | undefined {
  const shown = () => JSON.stringify(term.value);
  switch (term.termType) {
    case 'NamedNode':
      if (!isAbsolute(term.value)) return `${shown()} is a relative IRI`;
      return forbiddenInIri.test(term.value) || !term.value.isWellFormed()
        ? `${shown()} is no IRI`
        : undefined;
    case 'BlankNode':
      return blankLabel.test(term.value) ? undefined : `${shown()} is no label of a blank node`;
    case 'Literal':
      if (!term.value.isWellFormed()) return `${shown()} holds half a character`;
      if ('direction' in term && term.direction) return `${shown()} has a direction`;
      if (term.language && !isLanguageTag(term.language)) return `“${term.language}” is no language tag`;
      return faultOf(term.datatype);
    case 'DefaultGraph':
      return undefined;
    default:
      return `a ${term.termType === 'Quad' ? 'triple term' : 'variable'} is no part of it`;
  }
}
