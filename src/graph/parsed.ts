import type { NamedNode, Quad } from '@rdfjs/types';
import type { Position, QuadPart } from './positions.ts';

export interface ParseOptions {
  /** The file's path as the user would write it; its ending gives the syntax. */
  readonly path: string;
  /** Relative IRIs are resolved against this; without it they stay as they are. */
  readonly base?: string | undefined;
  /** The graph that triples without a graph of their own belong to. */
  readonly graph?: NamedNode | undefined;
  /** What the labels of blank nodes begin with; without it they go on from text to text. */
  readonly blankPrefix?: string | undefined;
}

/** A prefix that a text declares, at the IRI that it is bound to. */
export interface PrefixDeclaration extends Position {
  readonly prefix: string;
  readonly namespace: string;
}

/** What a text says that its triples do not: a key without meaning, a value that cannot be kept as it is. */
export interface Loss extends Position {
  readonly rule: 'dropped-key' | 'dropped-value' | 'changed-number' | MappingRule;
  readonly value: string;
}

/** What keeps a row of a mapping set from being a link, or from being what its writer meant. */
export type MappingRule =
  | 'missing-slot'
  | 'unknown-slot'
  | 'slot-value'
  | 'not-a-curie'
  | 'undeclared-prefix'
  | 'review-by-nobody'
  | 'identity-without-person'
  | 'link-contradicted'
  | 'formula';

/** What a text speaks of and leaves to others to describe. */
export interface Want extends Position {
  /** A thing, which somebody is to describe; or a person, whom nobody is to describe as software. */
  readonly as: 'thing' | 'person';
  /** One of these; the first is what it is about. */
  readonly iris: readonly string[];
}

export interface Parsed {
  readonly quads: readonly Quad[];
  readonly prefixes: ReadonlyMap<string, string>;
  /** The prefixes again, each time that one is declared. */
  readonly declarations: readonly PrefixDeclaration[];
  readonly losses: readonly Loss[];
  readonly wants?: readonly Want[] | undefined;
  /** Where the terms of each quad stand. */
  readonly positions: { at(quad: number, part: QuadPart): Position };
  /** Whether a position is that of the very token, or of the node that the term belongs to (JSON-LD). */
  readonly precision: 'token' | 'node';
}
