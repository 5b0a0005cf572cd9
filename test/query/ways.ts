import type { Term } from '@rdfjs/types';
import type { Dataset } from '../../src/graph/dataset.ts';
import { termKey } from '../../src/graph/terms.ts';

/** A property path over terms of one namespace. */
export type Path =
  | { readonly type: 'link'; readonly name: string }
  | { readonly type: 'not'; readonly names: readonly string[] }
  | { readonly type: 'inverse' | '*' | '+' | '?'; readonly of: Path }
  | { readonly type: '/' | '|'; readonly a: Path; readonly b: Path };

/** A path as SPARQL writes it. */
export function written(path: Path): string {
  switch (path.type) {
    case 'link':
      return `:${path.name}`;
    case 'not':
      return `!(${path.names.map((name) => `:${name}`).join('|')})`;
    case 'inverse':
      return `^(${written(path.of)})`;
    case '/':
    case '|':
      return `(${written(path.a)}${path.type}${written(path.b)})`;
    default:
      return `(${written(path.of)})${path.type}`;
  }
}

type Way = readonly [from: Term, to: Term];

/**
 * Every way that a path goes, as often as SPARQL 1.1 §18.4 counts it, by trying all pairs; slow and plain, to hold the
 * quick one against.
 * @param named terms that the query names: the empty way leads from them too.
 */
export function waysAlong(path: Path, dataset: Dataset, named: readonly Term[]): Way[] {
  const quads = [...dataset.union()];
  const nodes = each([...quads.flatMap(({ subject, object }) => [subject, object]), ...named]);
  const ways = (each: Path): Way[] => {
    switch (each.type) {
      case 'link':
        return triples((name) => name === each.name);
      case 'not':
        return triples((name) => !each.names.includes(name));
      case 'inverse':
        return ways(each.of).map(([from, to]) => [to, from]);
      case '/': {
        const second = ways(each.b);
        return ways(each.a).flatMap(([from, stop]) =>
          second.filter(([start]) => start.equals(stop)).map(([, to]): Way => [from, to]),
        );
      }
      case '|':
        return [...ways(each.a), ...ways(each.b)];
      case '?':
        return once([...nothing, ...ways(each.of)]);
      case '+':
        return closure(ways(each.of));
      case '*':
        return once([...nothing, ...closure(ways(each.of))]);
    }
  };
  const nothing = nodes.map((node): Way => [node, node]);
  const triples = (keeps: (name: string) => boolean): Way[] =>
    quads
      .filter(({ predicate }) => keeps(predicate.value.replace(/.*#/, '')))
      .map(({ subject, object }) => [subject, object]);
  return ways(path);
}

/** Ways put together until there are no more. */
function closure(ways: readonly Way[]): Way[] {
  let all = once(ways);
  for (;;) {
    const longer = once([
      ...all,
      ...all.flatMap(([from, stop]) =>
        ways.filter(([start]) => start.equals(stop)).map(([, to]): Way => [from, to]),
      ),
    ]);
    if (longer.length === all.length) return all;
    all = longer;
  }
}

const once = (ways: readonly Way[]): Way[] => [
  ...new Map(ways.map((way) => [way.map(termKey).join(' '), way])).values(),
];

const each = (terms: readonly Term[]): Term[] => [
  ...new Map(terms.map((term) => [termKey(term), term])).values(),
];
