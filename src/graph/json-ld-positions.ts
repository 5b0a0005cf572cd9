import type { Quad, Term } from '@rdfjs/types';
import { everyValue, type JsonNode, positionIn } from './json.ts';
import type { Position, QuadPart } from './positions.ts';
import { termKey } from './terms.ts';

/** An object of the text that describes a node, and the predicates that it does that with. */
export interface Description {
  readonly offset: number;
  readonly predicates: ReadonlySet<string>;
}

type JsonObject = JsonNode & { kind: 'object' };

/**
 * Where the quads of a JSON-LD text stand: the innermost object that describes the subject; for the object
 * of a quad the value that spells it there, if one does.
 */
export class JsonLdPositions {
  readonly #document: JsonNode;
  readonly #quads: readonly Quad[];
  readonly #descriptions: ReadonlyMap<string, readonly Description[]>;
  readonly #position: (offset: number) => Position;
  #objects: ReadonlyMap<number, JsonObject> | undefined;
  #holders: ReadonlyMap<string, Quad> | undefined;

  /** @param descriptions the objects that describe a node, by the key of its term. */
  constructor(
    text: string,
    document: JsonNode,
    quads: readonly Quad[],
    descriptions: ReadonlyMap<string, readonly Description[]>,
  ) {
    this.#document = document;
    this.#quads = quads;
    this.#descriptions = descriptions;
    let position: ((offset: number) => Position) | undefined;
    this.#position = (offset) => (position ??= positionIn(text))(offset);
  }

  at(number: number, part: QuadPart): Position {
    const quad = this.#quads[number]!;
    const described = this.#describing(quad);
    const spelled =
      part === 'object' &&
      described
        .map(({ offset }) => this.#spelling(this.#object(offset), quad))
        .find((offset) => offset !== undefined);
    return this.#position(spelled || (described[0]?.offset ?? this.#document.start));
  }

  /** What describes the subject of a quad with its predicate, else at all; of a list's cell, what holds the list. */
  #describing({ subject, predicate, object }: Quad): readonly Description[] {
    const all = this.#descriptions.get(termKey(subject));
    if (all) {
      const stating = all.filter(({ predicates }) => predicates.has(predicate.value));
      if (stating.length > 0) return stating;
      // Stated the other way round: the subject stands in the object.
      const around = (this.#descriptions.get(termKey(object)) ?? []).map(({ offset }) =>
        this.#object(offset),
      );
      const inside = all.filter(({ offset }) => around.some((node) => node && isInside(offset, node)));
      return inside.length > 0 ? inside : all;
    }
    this.#holders ??= new Map(this.#quads.map((quad) => [termKey(quad.object), quad]));
    const seen = new Set<Quad>();
    let holder = this.#holders.get(termKey(subject));
    while (holder && !seen.has(holder) && !this.#descriptions.has(termKey(holder.subject))) {
      seen.add(holder);
      holder = this.#holders.get(termKey(holder.subject));
    }
    return this.#descriptions.get(holder ? termKey(holder.subject) : '') ?? [];
  }

  #object(offset: number): JsonObject | undefined {
    this.#objects ??= new Map(
      [...everyValue(this.#document)].flatMap(({ node }) =>
        node.kind === 'object' ? [[node.start, node] as const] : [],
      ),
    );
    return this.#objects.get(offset);
  }

  /** Offset of what spells the object of a quad in the object that describes its subject. */
  #spelling(node: JsonObject | undefined, { predicate, object }: Quad): number | undefined {
    if (!node) return undefined;
    const inside = this.#descriptions.get(termKey(object))?.find(({ offset }) => isInside(offset, node));
    if (inside) return inside.offset;
    // The key that is spelled like the predicate first: another may have the same value.
    const members = [...node.members].sort(
      (a, b) => Number(endsAlike(predicate.value, b.key)) - Number(endsAlike(predicate.value, a.key)),
    );
    for (const member of members)
      for (const { node: each } of everyValue(member.node))
        if (each.kind === 'scalar' && spells(each.value, object)) return each.start;
    return undefined;
  }
}

const isInside = (offset: number, { start, end }: JsonNode): boolean => offset > start && offset < end;

const endsAlike = (iri: string, name: string): boolean => {
  const local = name.slice(name.indexOf(':') + 1);
  return local !== '' && iri.endsWith(local);
};

function spells(value: string | number | boolean | null, term: Term): boolean {
  if (typeof value !== 'string') return term.termType === 'Literal' && String(value) === term.value;
  if (term.termType === 'Literal') return value === term.value;
  return term.termType === 'NamedNode' && endsAlike(term.value, value);
}
