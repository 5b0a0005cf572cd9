import type { Quad } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import type { Json } from './json.ts';

/** What the processor tells of something that it leaves out. */
export interface JsonLdEvent {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface JsonLdTerm {
  readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

export type JsonLdQuad = Readonly<Record<'subject' | 'predicate' | 'object' | 'graph', JsonLdTerm>>;

/** The part of the processor that we use; every call is given the loader. */
interface Processor {
  expand(document: Json, options: object): Promise<Json>;
  toRDF(document: Json, options: object): Promise<unknown>;
  fromRDF(quads: readonly object[], options: object): Promise<Json>;
  frame(expanded: Json, frame: object, options: object): Promise<Json>;
  compact(expanded: Json, context: object, options: object): Promise<Json>;
}

// Loaded at the first use: most runs neither read nor write JSON-LD.
let processor: Promise<Processor> | undefined;
const load = () =>
  (processor ??= import('jsonld').then(({ default: jsonld }) => jsonld as unknown as Processor));

// Nothing is ever fetched: a context stands in the file or is not used.
const documentLoader = async (url: string): Promise<never> => {
  throw new Failure(exit.unreadable, `The JSON-LD context ${url} would have to be fetched`, {
    hint: 'Nothing is ever fetched. Put what it holds in the file, as the value of "@context".',
  });
};

export interface ExpandOptions {
  readonly base: string;
  readonly eventHandler?: (given: { event: JsonLdEvent }) => void;
}

/** Expanded form (JSON-LD 1.1 API §5.1). */
export const expand = async (document: Json, options: ExpandOptions): Promise<Json> =>
  (await load()).expand(document, { ...options, documentLoader });

/** The quads of a document in expanded form (API §8.1). */
export const toQuads = async (expanded: Json): Promise<readonly JsonLdQuad[]> =>
  (await load()).toRDF(expanded, { skipExpansion: true, documentLoader }) as Promise<readonly JsonLdQuad[]>;

/** The quads of a document, expanded first (API §5.1, §8.1). */
export const quadsOf = async (document: Json): Promise<readonly JsonLdQuad[]> =>
  (await load()).toRDF(document, { documentLoader }) as Promise<readonly JsonLdQuad[]>;

/** Quads in expanded form (API §8.2). */
export const fromQuads = async (quads: readonly Quad[]): Promise<Json> =>
  (await load()).fromRDF(quads, { documentLoader });

/** A frame in expanded form (Framing §4.1, step 6). */
export const expandFrame = async (frame: object): Promise<Json> =>
  (await load()).expand(frame as Json, { isFrame: true, keepFreeFloatingNodes: true, documentLoader });

/** Framed form (JSON-LD 1.1 Framing §4.1). */
export const frame = async (expanded: Json, frame: object, options: object): Promise<Json> =>
  (await load()).frame(expanded, frame, { ...options, documentLoader });

/** Compacted form (API §5.2). */
export const compact = async (expanded: Json, context: object, options: object): Promise<Json> =>
  (await load()).compact(expanded, context, { ...options, documentLoader });
