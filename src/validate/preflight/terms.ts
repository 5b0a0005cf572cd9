import type { Quad, Term } from '@rdfjs/types';
import type { ReadDocument } from '../../graph/locator.ts';
import type { QuadPart } from '../../graph/positions.ts';
import { shacl, termKey, vocabulary } from '../../graph/terms.ts';
import type { Fault } from './fault.ts';
import { type Honouring, isHonoured, knownTerms, shaclName, supportOf } from './known-terms.ts';
import { nearest } from '../../graph/nearest.ts';
import type { ShapesGraph } from './shapes-graph.ts';

/** Predicates and classes of SHACL that do not exist, or ask for what is not done. */
export function* checkTerms(
  { graph, annotations, show }: ShapesGraph,
  honouring: Honouring,
): Iterable<Fault> {
  for (const quad of graph) {
    // SHACL may describe itself: its vocabulary asks for nothing.
    if (shaclName(quad.subject.value) !== undefined) continue;
    for (const { part, term } of namedParts(quad)) {
      const name = shaclName(term.value);
      if (name === undefined) continue;
      const support = supportOf(name);
      const values = { term: show(term) };
      if (!support) {
        const meant = nearest(name, knownTerms);
        const hint = meant ? { nl: `Bedoel je sh:${meant}?`, en: `Did you mean sh:${meant}?` } : undefined;
        yield { code: 'unknown-term', at: { quad, part }, values, hint };
      } else if (!isHonoured(support, honouring) && !annotations.has(termKey(quad.subject)))
        yield { code: 'unsupported-term', at: { quad, part }, values };
    }
  }
}

/** What looks like the namespace of SHACL; another of the same family goes on with a hyphen. */
const alike = /^https?:\/\/(?:www\.)?w3\.org\/ns\/shacl[#/]*(?!-)/i;

/** Namespaces that are almost that of SHACL: once a file, for that is where one is declared. */
export function* checkNamespaces(documents: readonly ReadDocument[]): Iterable<Fault> {
  for (const { quads } of documents) {
    const seen = new Set([shacl]);
    for (const quad of quads)
      for (const { part, term } of namedParts(quad)) {
        const namespace = alike.exec(term.value)?.[0];
        if (namespace === undefined || seen.has(namespace)) continue;
        seen.add(namespace);
        yield { code: 'wrong-namespace', at: { quad, part }, values: { namespace, shacl } };
      }
  }
}

function namedParts({ predicate, object }: Quad): { part: QuadPart; term: Term }[] {
  const isType = predicate.equals(vocabulary.rdf.type) && object.termType === 'NamedNode';
  return [
    { part: 'predicate', term: predicate },
    ...(isType ? [{ part: 'object', term: object } as const] : []),
  ];
}
