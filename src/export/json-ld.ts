import type { Quad } from '@rdfjs/types';
import { canonicalForm, canonicalNQuads } from '../graph/canonical.ts';
import type { Json } from '../graph/json.ts';
import { parseNQuads } from '../graph/parse-nquads.ts';
import { compact, frame as applyFrame, fromQuads, quadsOf } from '../graph/json-ld.ts';

/** A JSON-LD context document: `{"@context": {…}}`. */
export interface ContextDocument {
  readonly '@context': Readonly<Record<string, unknown>>;
}

/**
 * Frames quads as JSON-LD 1.1 with the context embedded: the same text for the same graph, whatever
 * the order of the quads. Without a frame, the nodes stand flat beside each other.
 */
export const toJsonLd = async (
  quads: Iterable<Quad>,
  context: ContextDocument,
  frame?: object,
): Promise<string> =>
  asDocument(context, await frameCanonical(await canonicalNQuads(quads), context, { frame }));

export interface FramingOptions {
  readonly frame?: object | undefined;
  /** The only nodes that are to stand side by side, of those that the frame selects. */
  readonly roots?: readonly string[] | undefined;
}

/**
 * The nodes that stand beside each other in JSON-LD of quads in their canonical form: framing follows the order
 * of its input, so it starts from that one.
 */
export async function frameCanonical(
  nquads: string,
  context: ContextDocument,
  { frame, roots }: FramingOptions = {},
): Promise<readonly Json[]> {
  const expanded = await fromQuads(parseNQuads(nquads));
  const options = { ordered: true, omitDefault: true, omitGraph: false, graph: true };
  const compacted = frame
    ? await applyFrame(
        expanded,
        { ...frame, ...(roots && { '@id': roots }), '@context': context['@context'] },
        options,
      )
    : await compact(expanded, context, options);
  const nodes = (compacted as { '@graph': readonly Json[] })['@graph'];
  return sortKeys(nativeIntegers(nodes as Json, integerTerms(context))) as readonly Json[];
}

/** The document in which nodes stand beside each other. */
export const asDocument = (context: ContextDocument, nodes: readonly Json[]): string =>
  `${JSON.stringify({ ...context, '@graph': nodes }, null, 2)}\n`;

/** The canonical N-Quads of a JSON-LD document. */
export async function canonicalJsonLd(document: string): Promise<string> {
  return canonicalForm(await quadsOf(JSON.parse(document) as Json));
}

/** The terms of a context whose values are integers. */
function integerTerms(context: ContextDocument): ReadonlySet<string> {
  return new Set(
    Object.entries(context['@context'])
      .filter(([, definition]) => (definition as { '@type'?: string } | null)?.['@type'] === 'xsd:integer')
      .map(([term]) => term),
  );
}

/**
 * Makes numbers of the integers that a context types: jsonld leaves them strings. Decimals stay
 * strings, since a native 0.9 would come back as the double 9.0E-1.
 */
function nativeIntegers(value: Json, terms: ReadonlySet<string>, key?: string): Json {
  if (Array.isArray(value)) return value.map((each) => nativeIntegers(each as Json, terms, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, nativeIntegers(each, terms, name)]),
    );
  if (typeof value === 'string' && key !== undefined && terms.has(key) && String(Number(value)) === value)
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  return value;
}

const leading = ['@context', '@graph', 'id', 'type', 'label', 'prefLabel'];

/** Keys in one order: what a thing is and is called first, then the rest. */
function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map((each) => sortKeys(each as Json));
  if (typeof value !== 'object' || value === null) return value;
  const rank = (key: string) => (leading.includes(key) ? leading.indexOf(key) : leading.length);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([key, each]) => [key, sortKeys(each)]),
  );
}
