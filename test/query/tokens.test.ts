import { expect, it } from 'vitest';
import { withValues } from '../../src/query/tokens.ts';

it.each([
  ['after WHERE {', 'SELECT ?a WHERE { ?a ?b ?c }', 'SELECT ?a WHERE {\n  VALUES ?b { <x:y> } ?a ?b ?c }'],
  ['after the first { where there is no WHERE', 'ASK { ?a ?b 1 }', 'ASK {\n  VALUES ?b { <x:y> } ?a ?b 1 }'],
  [
    'in each sub-select too',
    'SELECT * WHERE {\n  { SELECT ?b WHERE { ?b ?c 1 } }\n}',
    'SELECT * WHERE {\n  VALUES ?b { <x:y> }\n  { SELECT ?b WHERE {\n    VALUES ?b { <x:y> } ?b ?c 1 } }\n}',
  ],
  [
    'not in a template',
    'CONSTRUCT { ?a ?b 1 } where{ ?a ?b 1 }',
    'CONSTRUCT { ?a ?b 1 } where{\n  VALUES ?b { <x:y> } ?a ?b 1 }',
  ],
  [
    'not in comments, strings or IRIs',
    '# WHERE {\nPREFIX e: <http://e/#{>\nSELECT ("WHERE {" AS ?s) { ?a ?b 1 }',
    '# WHERE {\nPREFIX e: <http://e/#{>\nSELECT ("WHERE {" AS ?s) {\n  VALUES ?b { <x:y> } ?a ?b 1 }',
  ],
])('a value of a variable is put in the text of a query %s', (_, sparql, expected) => {
  expect(withValues(sparql, new Map([['b', '<x:y>']]))).toBe(expected);
  expect(withValues(sparql, new Map())).toBe(sparql);
});
