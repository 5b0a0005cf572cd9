import type { Quad, Term } from '@rdfjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../../src/graph/dataset.ts';
import { blankNode, iri, literal, quad, termKey, variable } from '../../../src/graph/terms.ts';
import { mapOperations, type Operation } from '../../../src/query/algebra.ts';
import { toEngine } from '../../../src/query/blank-nodes.ts';
import { evaluate, type Row } from '../../../src/query/engine.ts';
import { select } from '../../../src/validate/sparql/answer.ts';
import { answersRowByRow } from '../../../src/validate/sparql/pre-binding.ts';
import { readQuery, type ShapeQuery } from '../../../src/validate/sparql/query.ts';
import { sh } from '../../../src/validate/sparql/terms.ts';
import { node, prefixes, queries } from './queries.ts';

const always = { currentShape: node('c') };

async function read(sparql: string): Promise<ShapeQuery> {
  const shapes = new Dataset([quad(node('constraint'), sh.select, literal(prefixes + sparql))]);
  return readQuery(shapes, node('constraint'), { form: 'select', prebound: ['this', 'currentShape'] });
}

/** What the specification says, to the letter: the values of one row joined to every pattern. */
async function byTheLetter(
  { operation, mentioned }: ShapeQuery,
  data: Dataset,
  focus: Term,
): Promise<readonly Row[]> {
  const row: Row = { ...always, this: focus };
  const values: Operation = {
    type: 'values',
    variables: mentioned.map((name) => variable(name)),
    bindings: [Object.fromEntries(mentioned.map((name) => [name, toEngine(row[name]!)]))],
  };
  const replaced = mapOperations(operation, (part) =>
    part.type === 'bgp' || part.type === 'path' ? { type: 'join', input: [values, part] } : part,
  );
  const answer = await evaluate(replaced, data, { path: 'query' });
  return answer.form === 'SELECT' ? answer.rows : [];
}

const asLines = (rows: readonly Row[]) =>
  rows
    .map((row) =>
      Object.keys(row)
        .sort()
        .map((name) => `${name} ${termKey(row[name]!)}`)
        .join(' | '),
    )
    .sort();

const subjects = ['a', 'b', 'c', 'd'].map(node);
const nameless = blankNode('n');
const objects = [
  ...subjects,
  nameless,
  literal('true', iri('http://www.w3.org/2001/XMLSchema#boolean')),
  literal('2'),
];
const quads = fc.array(
  fc
    .tuple(
      fc.constantFrom<Term>(...subjects, nameless),
      fc.constantFrom('p', 'p', 'q', 'r'),
      fc.constantFrom<Term>(...objects),
      fc.constantFrom('g', 'h'),
    )
    .map(([s, p, o, g]): Quad => quad(s as never, node(p), o as never, node(g))),
  { maxLength: 14 },
);
const focusNodes = fc.uniqueArray(fc.constantFrom<Term>(...objects, node('absent')), {
  minLength: 1,
  maxLength: 6,
  selector: termKey,
});

describe('the nodes of a shape, asked for all at once, have the answers that each has alone:', () => {
  it.each(queries.map(([name, sparql, atOnce = true]) => ({ name, sparql, atOnce })))(
    '$name',
    async ({ sparql, atOnce }) => {
      const query = await read(sparql);
      expect(answersRowByRow(query.operation, ['this'])).toBe(atOnce);
      await fc.assert(
        fc.asyncProperty(quads, focusNodes, async (given, nodes) => {
          const data = new Dataset(given);
          const rows = nodes.map((each) => ({ this: each }));
          const together = await select(data, query, rows, always);
          const alone = (await Promise.all(rows.map((row) => select(data, query, [row], always)))).flat();
          const literally = (await Promise.all(nodes.map((each) => byTheLetter(query, data, each)))).flat();
          expect(asLines(together)).toEqual(asLines(alone));
          // Comunica itself cuts a SELECT within off twice when it joins VALUES to it.
          if (!sparql.includes('OFFSET')) expect(asLines(together)).toEqual(asLines(literally));
        }),
        { seed: 20260801, numRuns: 25 },
      );
    },
  );
});
