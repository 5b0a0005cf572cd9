import type { Address } from '../site/addresses.ts';

/** A query to be answered. */
export interface Asked {
  readonly type: 'ask';
  readonly sparql: string;
  /** Address of the data in N-Quads. */
  readonly data: string;
  /** What relative IRIs are resolved against, and what the IRIs of the project begin with. */
  readonly base: string;
  /** In which language things are called. */
  readonly language: 'nl' | 'en';
}

/** In which form an answer can be taken away. */
export type TextForm = 'csv' | 'json' | 'jsonld';

export type ToWorker = Asked | { readonly type: 'take'; readonly form: TextForm };

/** A value in an answer. */
export interface Cell {
  readonly type: string;
  readonly value: string;
  readonly label?: string | undefined;
  readonly language?: string | undefined;
  readonly page?: Address | undefined;
}

export interface Answered {
  readonly type: 'answer';
  readonly form: 'SELECT' | 'CONSTRUCT' | 'ASK';
  readonly truth: boolean | undefined;
  readonly variables: readonly string[];
  /** How many rows there are; `rows` may have fewer. */
  readonly number: number;
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  /** Milliseconds that reading the data took; near nothing where they were read before. */
  readonly loading: number;
  /** Milliseconds that answering took. */
  readonly asking: number;
}

/** What a failure comes from; the page has a sentence for each. */
export type FailureKind =
  | 'query'
  | 'prefix'
  | 'early'
  | 'deep'
  | 'token'
  | 'empty'
  | 'refused'
  | 'rows'
  | 'data'
  | 'broken'
  | 'unknown';

export interface Failed {
  readonly type: 'failure';
  readonly kind: FailureKind;
  /** What the sentence is about: a prefix, a part of the query, a number. */
  readonly value?: string | undefined;
  /** What the engine says, in English. */
  readonly detail?: string | undefined;
  /** Line of the query, counted from 1. */
  readonly line?: number | undefined;
}

export type FromWorker =
  Answered | Failed | { readonly type: 'text'; readonly form: TextForm; readonly text: string };
