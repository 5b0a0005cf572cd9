import type { Quad, Term } from '@rdfjs/types';
import { everyValue, type JsonNode } from './json.ts';
import type { Position, QuadPart } from './positions.ts';
import { termKey, vocabulary } from './terms.ts';

/** An object of the text that describes a node, and the predicates that it does that with. */
export interface Description {
  readonly offset: number;
  readonly predicates: ReadonlySet<string>;
}

type JsonObject = JsonNode & { kind: 'object' };

/**
 * Where the quads of a JSON-LD text stand: the innermost object that describes the subject; for a predicate the
 * key that is spelled like it there, and for an object the value that is, if there is one.
 */
export class JsonLdPositions {
  readonly #document: JsonNode;
  readonly #quads: readonly Quad[];
  readonly #descriptions: ReadonlyMap<string, readonly Description[]>;
  readonly #position: (offset: number) => Position;
  #objectsByOffset: ReadonlyMap<number, JsonObject> | undefined;
  #holders: ReadonlyMap<string, Quad> | undefined;

  /**
   * @param position gives the line and column of an offset.
   * @param descriptions the objects that describe a node, by the key of its term.
   */
  constructor(
    position: (offset: number) => Position,
    document: JsonNode,
    quads: readonly Quad[],
    descriptions: ReadonlyMap<string, readonly Description[]>,
  ) {
    this.#position = position;
    this.#document = document;
    this.#quads = quads;
    this.#descriptions = descriptions;
  }

  at(number: number, part: QuadPart): Position {
    const quad = this.#quads[number]!;
    const described = this.#describing(quad);
    const nodes = described.flatMap(({ offset }) => this.#objects.get(offset) ?? []);
    const find = (look: (node: JsonObject) => number | undefined) =>
      nodes.map(look).find((offset) => offset !== undefined);
    const value = part === 'object' ? find((node) => this.#spelling(node, quad)) : undefined;
    const key = part === 'subject' ? undefined : find((node) => keyOf(node, quad));
    return this.#position(value ?? key ?? described[0]?.offset ?? this.#document.start);
  }

  /** What describes the subject of a quad with its predicate, else at all; of a list's cell, what holds the list. */
  #describing({ subject, predicate, object }: Quad): readonly Description[] {
    const all = this.#descriptions.get(termKey(subject));
    if (all) {
      const stating = all.filter(({ predicates }) => predicates.has(predicate.value));
      if (stating.length > 0) return stating;
      // Stated the other way round: the subject stands in the object.
      const around = (this.#descriptions.get(termKey(object)) ?? []).map(({ offset }) =>
        this.#objects.get(offset),
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

  get #objects(): ReadonlyMap<number, JsonObject> {
    return (this.#objectsByOffset ??= new Map(
      [...everyValue(this.#document)].flatMap(({ node }) =>
        node.kind === 'object' ? [[node.start, node] as const] : [],
      ),
    ));
  }

  /** Offset of what spells the object of a quad in the object that describes its subject. */
  #spelling(node: JsonObject, { predicate, object }: Quad): number | undefined {
    const inside = this.#descriptions.get(termKey(object))?.find(({ offset }) => isInside(offset, node));
    if (inside) return inside.offset;
    // The key that is spelled like the predicate first: another may have the same value.
    const members = [...node.members].sort(
      (a, b) => Number(isKeyOf(predicate, b.key)) - Number(isKeyOf(predicate, a.key)),
    );
    for (const member of members)
      for (const { node: each } of everyValue(member.node))
        if (each.kind === 'scalar' && spells(each.value, object)) return each.start;
    return undefined;
  }
}

const isInside = (offset: number, { start, end }: JsonNode): boolean => offset > start && offset < end;

/** Offset of the key that is spelled like the predicate. */
const keyOf = ({ members }: JsonObject, { predicate }: Quad): number | undefined =>
  members.find(({ key }) => isKeyOf(predicate, key))?.start;

const isKeyOf = ({ value }: Term, key: string): boolean =>
  endsAlike(value, key) || (key === '@type' && value === vocabulary.rdf.type.value);

const endsAlike = (iri: string, name: string): boolean => {
  const local = name.slice(name.indexOf(':') + 1);
  return local !== '' && iri.endsWith(local);
};

function spells(value: string | number | boolean | null, term: Term): boolean {
  if (typeof value !== 'string') return term.termType === 'Literal' && String(value) === term.value;
  if (term.termType === 'Literal') return value === term.value;
  return term.termType === 'NamedNode' && endsAlike(term.value, value);
}
