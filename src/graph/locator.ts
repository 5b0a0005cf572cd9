import type { Quad, Term } from '@rdfjs/types';
import { Matches } from './matches.ts';
import type { Parsed } from './parsed.ts';
import type { Position, QuadPart } from './positions.ts';
import { termKey } from './terms.ts';

/** A text that was read, with the quads found in it and where they stand. */
export interface ReadDocument extends Parsed {
  /** The file as the user would write it. */
  readonly file: string;
  readonly text: string;
}

/** A place in a file, as a problem shows it. */
export interface Place extends Position {
  /** The file as the user would write it. */
  readonly file: string;
  /** The line that the place is on, without its end. */
  readonly excerpt: string;
  readonly precision: 'token' | 'node';
}

const linesOf = new WeakMap<ReadDocument, readonly string[]>();

/** A position in a document as a place. */
export function placeIn(document: ReadDocument, { line, column }: Position): Place {
  let lines = linesOf.get(document);
  if (!lines) linesOf.set(document, (lines = document.text.split(/\r\n|\n|\r/)));
  const { file, precision } = document;
  return { file, line, column, excerpt: lines[line - 1] ?? '', precision };
}

interface Statement {
  readonly document: ReadDocument;
  readonly quad: Quad;
  readonly number: number;
}

export type TermPattern = Term | null | undefined;

/** Finds where in the files something is said. Its index is made at the first question: most runs ask none. */
export class Locator {
  readonly #documents: readonly ReadDocument[];
  #bySubject: Map<string, Statement[]> | undefined;
  #byObject: Map<string, Statement[]> | undefined;

  constructor(documents: readonly ReadDocument[]) {
    this.#documents = documents;
  }

  /** Every place of the token that a part of a matching quad was read from, in the order of the files. */
  places(part: QuadPart, subject: TermPattern, predicate?: TermPattern, object?: TermPattern): Place[] {
    return this.#statements(subject, predicate, object).map(({ document, number }) =>
      placeIn(document, document.positions.at(number, part)),
    );
  }

  /** The statements with a subject, or else an object, and whatever else they are to have. */
  match(subject?: TermPattern, predicate?: TermPattern, object?: TermPattern): Matches {
    return new Matches(this.#statements(subject, predicate, object).map(({ quad }) => quad));
  }

  /** Where a node is first described, else where it is first mentioned. */
  ofNode(node: Term): Place | undefined {
    return this.places('subject', node)[0] ?? this.places('object', undefined, undefined, node)[0];
  }

  #statements(subject: TermPattern, predicate: TermPattern, object: TermPattern): Statement[] {
    const candidates = subject
      ? (this.#bySubject ??= this.#index((quad) => quad.subject)).get(termKey(subject))
      : object
        ? (this.#byObject ??= this.#index((quad) => quad.object)).get(termKey(object))
        : undefined;
    return (candidates ?? []).filter(
      ({ quad }) =>
        (!predicate || predicate.equals(quad.predicate)) && (!object || object.equals(quad.object)),
    );
  }

  #index(part: (quad: Quad) => Term): Map<string, Statement[]> {
    const index = new Map<string, Statement[]>();
    for (const document of this.#documents)
      for (const [number, quad] of document.quads.entries()) {
        const key = termKey(part(quad));
        const known = index.get(key);
        if (known) known.push({ document, quad, number });
        else index.set(key, [{ document, quad, number }]);
      }
    return index;
  }
}
