import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/validate/places.ts';
import { validateShapes } from '../../src/validate/shapes.ts';
import { loadedFrom } from '../support.ts';

const prefixes = '@prefix : <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n';

/** Where values that are not IRIs of grafted trees are found, by a path from :a, in files of these lines. */
async function placesBy(path: string, constraint: string, ...files: string[]): Promise<string[]> {
  const shapes = await loadedFrom({
    'shapes.ttl': `${prefixes}:S a sh:NodeShape ; sh:targetNode :a ; sh:property [ sh:path ${path} ; ${constraint} ] .`,
  });
  const data = await loadedFrom(
    Object.fromEntries(files.map((text, number) => [`${number + 1}.ttl`, prefixes + text])),
  );
  return validateShapes(data.dataset, shapes.dataset).flatMap((result) =>
    placesOf(data.locator, result).map(({ file, line, column, excerpt }) => {
      const token = /^("[^"]*"|[^\s;,.]+)/.exec(excerpt.slice(column - 1))![0];
      return `${file}:${line}:${column} ${token}`;
    }),
  );
}

/** The value :bad is always wrong, and a text too. */
const wrong = 'sh:not [ sh:in ( :bad "bad" ) ]';

describe('a wrong value stands at its token, found by', () => {
  it.each([
    ['a property', ':p', [':a :p :bad .'], ['1.ttl:2:7 :bad']],
    [
      'a property in two files',
      ':p',
      [':a :p :bad .', '\n:a :p :good , :bad .'],
      ['1.ttl:2:7 :bad', '2.ttl:3:15 :bad'],
    ],
    ['an inverse property', '[ sh:inversePath :p ]', ['\n:bad :p :a .'], ['1.ttl:3:1 :bad']],
    ['an alternative', '[ sh:alternativePath ( :p :q ) ]', [':a :q :bad .'], ['1.ttl:2:7 :bad']],
    [
      'an alternative of an inverse one',
      '[ sh:alternativePath ( :p [ sh:inversePath :q ] ) ]',
      [':a :p :bad .\n:bad :q :a .'],
      ['1.ttl:2:7 :bad', '1.ttl:3:1 :bad'],
    ],
    ['a sequence', '( :p :q )', [':a :p :b .\n:b :q :bad .'], ['1.ttl:3:7 :bad']],
    [
      'a sequence, and not where another node has the value',
      '( :p :q )',
      [':a :p :b .\n:c :q :bad .\n:b :q :bad .'],
      ['1.ttl:4:7 :bad'],
    ],
    [
      'a sequence that ends in an inverse property',
      '( :p [ sh:inversePath :q ] )',
      [':a :p :b .\n:bad :q :b .'],
      ['1.ttl:3:1 :bad'],
    ],
    [
      'a sequence that ends in * of no step',
      '( :p [ sh:zeroOrMorePath :q ] )',
      [':a :p :bad .'],
      ['1.ttl:2:7 :bad'],
    ],
    [
      'a sequence that ends in * of two steps',
      '( :p [ sh:zeroOrMorePath :q ] )',
      [':a :p :b .\n:b :q :c .\n:c :q "bad" .'],
      ['1.ttl:4:7 "bad"'],
    ],
    [
      'a sequence that ends in ? of no step',
      '( :p [ sh:zeroOrOnePath :q ] )',
      [':a :p :bad .'],
      ['1.ttl:2:7 :bad'],
    ],
    [
      'a sequence that ends in ? of one step',
      '( :p [ sh:zeroOrOnePath :q ] )',
      [':a :p :b .\n:b :q :bad .'],
      ['1.ttl:3:7 :bad'],
    ],
    [
      'a sequence that ends in two that may be empty',
      '( :p [ sh:zeroOrMorePath :q ] [ sh:zeroOrOnePath :r ] )',
      [':a :p :bad .'],
      ['1.ttl:2:7 :bad'],
    ],
    [
      'a sequence of which only the first member takes a step, inverted',
      '( [ sh:inversePath :p ] [ sh:zeroOrMorePath :q ] )',
      [':bad :p :a .'],
      ['1.ttl:2:1 :bad'],
    ],
    [
      'ways of which one ends earlier',
      '( :p [ sh:zeroOrMorePath :q ] )',
      [':a :p :b , :bad .\n:b :q :bad .'],
      ['1.ttl:2:12 :bad', '1.ttl:3:7 :bad'],
    ],
    ['+ of one step', '[ sh:oneOrMorePath :p ]', [':a :p :bad .'], ['1.ttl:2:7 :bad']],
    ['+ of two steps', '[ sh:oneOrMorePath :p ]', [':a :p :b .\n:b :p :bad .'], ['1.ttl:3:7 :bad']],
    ['+ round a circle', '[ sh:oneOrMorePath :p ]', [':a :p :bad .\n:bad :p :a .'], ['1.ttl:2:7 :bad']],
    ['* of one step', '[ sh:zeroOrMorePath :p ]', [':a :p :bad .'], ['1.ttl:2:7 :bad']],
    [
      '* of an alternative',
      '[ sh:zeroOrMorePath [ sh:alternativePath ( :p :q ) ] ]',
      [':a :p :b .\n:b :q :bad .'],
      ['1.ttl:3:7 :bad'],
    ],
    ['? of one step', '[ sh:zeroOrOnePath :p ]', [':a :p :bad .'], ['1.ttl:2:7 :bad']],
    [
      '* of an inverse property',
      '[ sh:zeroOrMorePath [ sh:inversePath :p ] ]',
      [':b :p :a .\n:bad :p :b .'],
      ['1.ttl:3:1 :bad'],
    ],
    [
      'the members of a list',
      '( :p [ sh:zeroOrMorePath <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> ] <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> )',
      [':a :p ( :good "bad" ) .'],
      ['1.ttl:2:15 "bad"'],
    ],
  ])('%s', async (_, path, files, expected) => {
    expect(await placesBy(path, wrong, ...files)).toEqual(expected);
  });
});

describe('what has no token of its own stands at the node:', () => {
  it.each([
    ['a missing value', ':p', 'sh:minCount 1', '\n:a :q :b .', ['1.ttl:3:1 :a']],
    [
      'the node itself, reached by * of no step',
      '[ sh:zeroOrMorePath :p ]',
      'sh:nodeKind sh:Literal',
      '\n:a :q :b .',
      ['1.ttl:3:1 :a'],
    ],
    ['too many values', ':p', 'sh:maxCount 1', '\n:a :p :b , :c .', ['1.ttl:3:1 :a']],
  ])('%s', async (_, path, constraint, file, expected) => {
    expect(await placesBy(path, constraint, file)).toEqual(expected);
  });
});
