import type { Quad } from '@rdfjs/types';
import { vocabulary } from '../graph/terms.ts';
import { type ExpandedFrame, frameUnder, isNever, reverseFrames } from './expanded-frame.ts';

/** Quads by their numbers, as framing goes along them. */
export class Neighbourhoods {
  readonly #quads: readonly Quad[];
  readonly #bySubject = new Map<string, number[]>();
  readonly #referrers = new Map<string, Map<string, string[]>>();

  constructor(quads: readonly Quad[]) {
    this.#quads = quads;
    for (const [number, { subject }] of quads.entries()) push(this.#bySubject, subject.value, number);
  }

  get subjects(): string[] {
    return [...this.#bySubject.keys()];
  }

  /** The subjects that have one of the types. */
  ofTypes(types: readonly string[]): string[] {
    return this.subjects.filter((subject) =>
      this.of(subject).some((number) => {
        const { predicate, object } = this.#quads[number]!;
        return predicate.equals(vocabulary.rdf.type) && types.includes(object.value);
      }),
    );
  }

  /** The quads of a subject. */
  of(subject: string): readonly number[] {
    return this.#bySubject.get(subject) ?? [];
  }

  /**
   * The quads that a frame may look at or embed for a node that it selects: at least those, so that the node
   * comes out as if it were framed with all.
   */
  around(root: string, frame: ExpandedFrame): Set<number> {
    const numbers = new Set<number>();
    const done = new Map<ExpandedFrame, Set<string>>();
    const waiting: [node: string, frame: ExpandedFrame][] = [[root, frame]];
    for (let next; (next = waiting.pop());) {
      const [node, under] = next;
      const seen = done.get(under) ?? new Set();
      if (seen.has(node)) continue;
      done.set(under, seen.add(node));
      for (const number of this.of(node)) numbers.add(number);
      // A node that is only referred to may still have to match.
      if (isNever(under) && node !== root) continue;
      for (const number of this.of(node)) {
        const { predicate, object } = this.#quads[number]!;
        if (object.termType === 'NamedNode' && !predicate.equals(vocabulary.rdf.type))
          waiting.push([object.value, frameUnder(under, predicate.value)]);
      }
      for (const [property, inner] of reverseFrames(under))
        for (const referrer of this.#referring(property, node)) waiting.push([referrer, inner]);
    }
    return numbers;
  }

  /** The subjects that a property leads from to a node. */
  #referring(property: string, node: string): readonly string[] {
    let known = this.#referrers.get(property);
    if (!known) {
      known = new Map();
      for (const { subject, predicate, object } of this.#quads)
        if (predicate.value === property && object.termType === 'NamedNode')
          push(known, object.value, subject.value);
      this.#referrers.set(property, known);
    }
    return known.get(node) ?? [];
  }
}

function push<T>(lists: Map<string, T[]>, key: string, member: T): void {
  const list = lists.get(key);
  if (list) list.push(member);
  else lists.set(key, [member]);
}
