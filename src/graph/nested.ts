import type { Quad, Term } from '@rdfjs/types';
import { termKey, vocabulary } from './terms.ts';

const { rdf } = vocabulary;

/** An object as Turtle can write it: a term, a blank node with what is said of it inside it, or a list. */
export type Nested =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'node'; readonly statements: readonly Statement[] }
  | { readonly kind: 'list'; readonly members: readonly Nested[] };

export interface Statement {
  readonly predicate: Term;
  readonly object: Nested;
}

/** What is said of one subject; a `node` is a blank node that nothing refers to. */
export interface Block {
  readonly subject: Nested;
  readonly statements: readonly Statement[];
}

/** No deeper: what stands inside so much that nobody can read it gets a block of its own. */
const deepest = 20;

/**
 * Triples in blocks of one subject each, in one order, with each blank node that one triple refers to inside that
 * triple, so that its name appears nowhere. The order depends on the names of the other blank nodes alone.
 */
export function nest(triples: readonly Quad[]): Block[] {
  const bySubject = Map.groupBy(triples, ({ subject }) => termKey(subject));
  const references = Map.groupBy(
    triples.filter(({ object }) => object.termType === 'BlankNode'),
    ({ object }) => termKey(object),
  );
  const inside = insiders(bySubject, references);
  const isInside = (key: string) => inside.has(key);
  const keys = new Map<Nested, string>();
  const keyed = (value: Nested, key: string): Nested => {
    keys.set(value, key);
    return value;
  };
  const keyOf = (value: Nested): string => keys.get(value)!;

  const nested = (term: Term): Nested => {
    if (!isInside(termKey(term))) return keyed({ kind: 'term', term }, termKey(term));
    const cells = cellsFrom(term);
    if (cells) {
      const members = cells.map(({ object }) => nested(object));
      return keyed({ kind: 'list', members }, `(${members.map(keyOf).join(' ')})`);
    }
    const statements = statementsOf(termKey(term));
    return keyed({ kind: 'node', statements }, `[${statements.map(statementKey).join(';')}]`);
  };
  const statementKey = ({ predicate, object }: Statement) =>
    [predicate.equals(rdf.type) ? '0' : '1', termKey(predicate), keyOf(object)].join('\u0000');
  const statementsOf = (subject: string): Statement[] => {
    const statements = (bySubject.get(subject) ?? []).map(({ predicate, object }) => ({
      predicate,
      object: nested(object),
    }));
    return inOrder(statements, statementKey);
  };
  /** The cells of a well-formed list that begins at a node, each of which only the one before refers to. */
  const cellsFrom = (start: Term): Quad[] | undefined => {
    const cells: Quad[] = [];
    for (let cell = start; !cell.equals(rdf.nil);) {
      const said = bySubject.get(termKey(cell)) ?? [];
      const first = said.find(({ predicate }) => predicate.equals(rdf.first));
      const rest = said.find(({ predicate }) => predicate.equals(rdf.rest));
      if (said.length !== 2 || !first || !rest) return undefined;
      if (!rest.object.equals(rdf.nil) && (references.get(termKey(rest.object))?.length ?? 0) !== 1)
        return undefined;
      cells.push(first);
      cell = rest.object;
    }
    return cells;
  };

  const blocks = [...bySubject]
    .filter(([key]) => !isInside(key))
    .map(([key, said]) => {
      const { subject } = said[0]!;
      const statements = statementsOf(key);
      const isAlone = subject.termType === 'BlankNode' && !references.has(key);
      const block: Block = {
        subject: isAlone ? { kind: 'node', statements: [] } : { kind: 'term', term: subject },
        statements,
      };
      // Nameless nodes come last, by what is said of them.
      return { block, key: isAlone ? `~${statements.map(statementKey).join(';')}` : key };
    });
  return inOrder(blocks, ({ key }) => key).map(({ block }) => block);
}

/** The keys of the blank nodes that can stand inside the one triple that refers to them; those in a circle cannot. */
function insiders(
  bySubject: ReadonlyMap<string, readonly Quad[]>,
  references: ReadonlyMap<string, readonly Quad[]>,
): ReadonlySet<string> {
  const inside = new Set<string>();
  const depths = new Map<string, number>();
  for (const [key, [{ subject }]] of bySubject as ReadonlyMap<string, readonly [Quad]>)
    if (subject.termType !== 'BlankNode' || references.get(key)?.length !== 1) depths.set(key, 0);
  for (const [key, depth] of depths)
    for (const { predicate, object } of bySubject.get(key) ?? []) {
      const child = termKey(object);
      if (object.termType !== 'BlankNode' || references.get(child)?.length !== 1) continue;
      // The cells of a list stand beside each other.
      const below = predicate.equals(rdf.rest) ? depth : depth + 1;
      if (below <= deepest) inside.add(child);
      depths.set(child, below <= deepest ? below : 0);
    }
  return inside;
}

const inOrder = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
