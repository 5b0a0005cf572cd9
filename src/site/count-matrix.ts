import type { Quad, Term } from '@rdfjs/types';
import type { ExportFile } from '../export/export-file.ts';
import { literal } from '../graph/terms.ts';
import { toCsv } from '../query/format.ts';
import { inOrder, sortKey } from './facts.ts';
import type { Stage } from './view.ts';

/** How many claims of an actor appeal to a value. */
export interface Matrix {
  /** With most claims first. */
  readonly actors: readonly Term[];
  readonly values: readonly Term[];
  readonly count: (actor: Term, value: Term) => number;
  /** Those claims, in the order of the text. */
  readonly claimsOf: (actor: Term, value: Term) => readonly Term[];
  readonly totalOf: (node: Term) => number;
  readonly data: readonly Quad[];
}

/** Counts claims by actor and value. */
export function countMatrix({ model, placeOf }: Stage): Matrix {
  const claims = new Map<string, Term[]>();
  const totals = new Map<string, number>();
  const [actors, values] = [new Map<string, Term>(), new Map<string, Term>()];
  const data: Quad[] = [];
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const claim of inOrder(model.instances('meent:Claim'), (node) => sortKey(model, placeOf, node))) {
    const invoked = model.out(claim, 'meent:invokesValue');
    if (invoked.length === 0) continue;
    const asserted = model.out(claim, 'meent:assertedBy');
    data.push(...invoked, ...asserted);
    for (const { object: actor } of asserted)
      for (const { object: value } of invoked) {
        actors.set(actor.value, actor);
        values.set(value.value, value);
        const key = `${actor.value} ${value.value}`;
        const known = claims.get(key);
        if (known) known.push(claim);
        else claims.set(key, [claim]);
        add(totals, actor.value);
        add(totals, value.value);
      }
  }
  const totalOf = ({ value }: Term) => totals.get(value) ?? 0;
  const sorted = (nodes: Map<string, Term>) =>
    inOrder([...nodes.values()], (node) => sortKey(model, placeOf, node)).sort(
      (a, b) => totalOf(b) - totalOf(a),
    );
  const nodes = [...actors.values(), ...values.values()];
  data.push(
    ...nodes.flatMap((node) => [...model.out(node, 'rdfs:label'), ...model.out(node, 'skos:prefLabel')]),
  );
  const claimsOf = (actor: Term, value: Term) => claims.get(`${actor.value} ${value.value}`) ?? [];
  return {
    actors: sorted(actors),
    values: sorted(values),
    count: (actor, value) => claimsOf(actor, value).length,
    claimsOf,
    totalOf,
    data,
  };
}

/** The counts as a table to take away, a row for each pair that has claims. */
export function matrixFile({ model }: Stage, { actors, values, count }: Matrix): ExportFile {
  const variables = ['actor', 'actorNl', 'actorEn', 'value', 'valueNl', 'valueEn', 'claims'];
  const named = (name: string, node: Term) => ({
    [name]: node,
    [`${name}Nl`]: literal(model.label(node, 'nl')?.text ?? ''),
    [`${name}En`]: literal(model.label(node, 'en')?.text ?? ''),
  });
  const rows = values.flatMap((value) =>
    actors.flatMap((actor) => {
      const claims = count(actor, value);
      return claims === 0
        ? []
        : [{ ...named('actor', actor), ...named('value', value), claims: literal(String(claims)) }];
    }),
  );
  return { name: 'matrix.csv', pieces: [toCsv({ form: 'SELECT', variables, rows })] };
}
