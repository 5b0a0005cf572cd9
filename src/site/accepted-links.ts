import type { Quad, Term } from '@rdfjs/types';

/** What a mapping set says of a link that it accepts. */
export interface LinkRecord {
  /** IRI of whoever keeps what is linked to, with the version that was read. */
  readonly source: string | undefined;
  readonly version: string | undefined;
  /** From 0 to 1, as it is written. */
  readonly confidence: string | undefined;
  /** Term of SEMAPV without its prefix, as `LexicalMatching`. */
  readonly justification: string | undefined;
  /** The people who looked at it, or else made it: names, or IRIs. */
  readonly people: readonly string[];
  /** Whether those people looked at what somebody else had made. */
  readonly isReviewed: boolean;
  readonly reviewDate: string | undefined;
  /** The rule that stands in for people where there are none. */
  readonly rule: string | undefined;
}

/** What mapping sets say of links between here and elsewhere. */
export interface AcceptedLinks {
  /** Undefined of what is no link that was accepted. */
  readonly of: (quad: Quad) => LinkRecord | undefined;
  /** What something elsewhere was called where it was read. */
  readonly labelOf: (node: Term) => string | undefined;
}

/** What a project without mapping sets has. */
export const noLinks: AcceptedLinks = { of: () => undefined, labelOf: () => undefined };
