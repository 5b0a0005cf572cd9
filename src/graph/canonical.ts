import type { Quad, Term } from '@rdfjs/types';
import { canonize, type CanonizeOptions, NQuads } from 'rdf-canonize';
import { exit, Failure } from '../failure.ts';
import { assertQuad } from './assert-term.ts';
import { Dataset } from './dataset.ts';
import { blankNode, quad as makeQuad } from './terms.ts';

/** As much of a quad as its canonical form depends on. */
type CanonicalQuad = Readonly<Record<'subject' | 'predicate' | 'object' | 'graph', CanonicalTerm>>;

interface CanonicalTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

export interface CanonicalOptions {
  /** The hash that names blank nodes; another one gives another, equally canonical form. */
  readonly digest?: 'sha256' | 'sha384';
}

/**
 * The canonical N-Quads of a set of quads (RDFC-1.0): blank nodes named by what is said of them,
 * each quad once, lines in code point order, every line ended. Equal for isomorphic datasets only.
 * @throws Failure 6 where the blank nodes are so much alike that naming them would take for ever, 7 where a term
 *   would not be read back as itself.
 */
export async function canonicalNQuads(quads: Iterable<Quad>, options?: CanonicalOptions): Promise<string> {
  const all = [...quads];
  all.forEach(assertQuad);
  return canonicalForm(all, options);
}

/** The same of quads that need no gate, since a processor has just made them. */
export async function canonicalForm(
  quads: readonly CanonicalQuad[],
  options?: CanonicalOptions,
): Promise<string> {
  const lines = new Map(quads.map((quad) => [lineOf(quad), quad]));
  // Names depend on the quads with blank nodes alone (RDFC-1.0 §4.4), so that the others need no look. rdf-canonize
  // keeps a quad that comes twice, and would name its blank nodes otherwise. It takes a node that is called c14n0 for
  // one that it has named, and makes two nodes one.
  const unnamed = [...lines].filter(([, quad]) => hasBlankNode(quad));
  if (unnamed.length === 0) return codePointOrder([...lines.keys()]).join('');
  for (const [line] of unnamed) lines.delete(line);
  const named = await canonicalise(
    renameBlankNodes(unnamed.map(([, quad]) => quad) as Quad[], (name) => `b${name}`),
    options,
  );
  return codePointOrder([...lines.keys(), ...named.split(/(?<=\n)/)]).join('');
}

/** The line of N-Quads that says a quad, with its end. */
export const lineOf = (quad: CanonicalQuad): string => NQuads.serializeQuad(quad);

/** Sorts texts by their code points; comparing strings compares UTF-16, which differs above the BMP. */
export function codePointOrder(texts: string[]): string[] {
  if (!texts.some((text) => /[\ud800-\udbff]/.test(text))) return texts.sort();
  const bytes = texts.map((text) => Buffer.from(text));
  return bytes.sort(Buffer.compare).map(String);
}

/**
 * The quads, each once and in their order, with their blank nodes named as in the canonical form,
 * so that they are the same on every run.
 * @throws Failure 6 as `canonicalNQuads` does.
 */
export async function canonicalQuads(quads: Iterable<Quad>, options?: CanonicalOptions): Promise<Quad[]> {
  const distinct = [...(quads instanceof Dataset ? quads : new Dataset(quads))];
  const unnamed = distinct.filter(hasBlankNode);
  if (unnamed.length === 0) return distinct;
  const names = new Map<string, string>();
  await canonicalise(
    renameBlankNodes(unnamed, (name) => `b${name}`),
    options,
    { canonicalIdMap: names },
  );
  return renameBlankNodes(distinct, (name) => names.get(`b${name}`)!);
}

function renameBlankNodes(quads: readonly Quad[], nameOf: (name: string) => string): Quad[] {
  const rename = (term: Term) =>
    (term.termType === 'BlankNode' ? blankNode(nameOf(term.value)) : term) as never;
  return quads.map((quad) =>
    hasBlankNode(quad)
      ? makeQuad(rename(quad.subject), quad.predicate as never, rename(quad.object), rename(quad.graph))
      : quad,
  );
}

/** Whether a quad has a blank node. */
export const hasBlankNode = ({ subject, object, graph }: CanonicalQuad) =>
  subject.termType === 'BlankNode' || object.termType === 'BlankNode' || graph.termType === 'BlankNode';

async function canonicalise(
  input: readonly Quad[],
  { digest = 'sha256' }: CanonicalOptions = {},
  more: Partial<CanonizeOptions> = {},
): Promise<string> {
  try {
    return await canonize(input, {
      algorithm: 'RDFC-1.0',
      rejectURDNA2015: true,
      messageDigestAlgorithm: digest,
      // Enough for every graph of the W3C's suite that is meant to be computed; a graph made to
      // keep us busy (RDFC-1.0 §7.1) meets one of the two bounds.
      maxWorkFactor: 3,
      signal: AbortSignal.timeout(10_000),
      ...more,
    });
  } catch (cause) {
    if (!/^(Maximum deep iterations|Abort signal)/.test((cause as Error).message)) throw cause;
    throw new Failure(exit.limit, 'The blank nodes are too much alike to be given canonical names', {
      hint: 'Give some of them an IRI, or say something of each that tells it apart.',
      cause,
    });
  }
}
