import type { Failure } from '../../failure.ts';
import type { ReadBack } from './judge.ts';

/** How an authority is asked for what it says of an IRI. */
export interface Authority {
  readonly kind: 'sparql' | 'json-ld' | 'extend';
  /** What its IRIs begin with. */
  readonly namespace: string;
  /** An endpoint or a reconciliation service; or where the data of one IRI is, with `{id}` or `{iri}`. */
  readonly address: string;
}

/** What came of reading one IRI back. */
export type Outcome = { readonly iri: string; readonly asked: boolean } & (
  { readonly read: ReadBack } | { readonly failure: Failure }
);

export interface ReadOptions {
  readonly languages: readonly string[];
  /** Properties whose values may agree with what is known otherwise, IRIs. */
  readonly facts: readonly string[];
  /** What to ask reconciliation services for. */
  readonly properties: ExtensionProperties;
}

/** The properties of a service that say what a thing is called, what it is, and more of it; by the ids that they have there. */
export interface ExtensionProperties {
  readonly names: readonly { readonly id: string; readonly language?: string | undefined }[];
  readonly types: readonly string[];
  readonly facts: readonly string[];
  /** Whether the service calls things by whole IRIs. */
  readonly byIri: boolean;
}
