import { expect, it } from 'vitest';
import { namesIn } from './names-in-text.ts';

const sparql = `#+ summary: counts ex:none
PREFIX ex: <https://example.org/>
PREFIX schema: <https://schema.org/>

SELECT ?this # of ex:comments
WHERE {
  ?this a|^ex:part/ex:of* schema:Event ; !(<https://example.org/full>|ex:dotted.name) "ex:string" .
  FILTER(?a<?b && LANG(?label) = 'en' && _:blank)
}`;

it('finds the names of a query, and none in its comments and strings', () => {
  expect([...namesIn(sparql).iris].sort()).toEqual([
    'https://example.org/dotted.name',
    'https://example.org/full',
    'https://example.org/of',
    'https://example.org/part',
    'https://schema.org/Event',
  ]);
});

it('keeps the order of the prefixes and tells which are used', () => {
  const { prefixes, used } = namesIn(
    '@base <https://example.org/> .\n@prefix b: <urn:b:> .\n@prefix a: <urn:a:> .\n@prefix : <urn:> .\n<x> a: "b:c"@nl ; :y """a "b: b""" .',
  );
  expect(prefixes).toEqual([
    ['b', 'urn:b:'],
    ['a', 'urn:a:'],
    ['', 'urn:'],
  ]);
  expect([...used].sort()).toEqual(['', 'a']);
});
