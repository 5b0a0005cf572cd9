import { describe, expect, it } from 'vitest';
import { validateShapes } from '../../src/validate/shapes.ts';
import { turtle } from '../support.ts';

const shaclPrefix = '@prefix sh: <http://www.w3.org/ns/shacl#> . ';

/** The values of :p of :a that a property shape with these constraints finds wrong. */
async function wrong(constraints: string, data: string): Promise<string[]> {
  const shapes = await turtle(
    `${shaclPrefix}:S a sh:NodeShape ; sh:targetNode :a ; sh:property [ sh:path :p ; ${constraints} ] .`,
  );
  const results = validateShapes(await turtle(data), shapes);
  return results.map(({ value }) => value!.value.replace('https://example.org/', ':')).sort();
}

describe('the engine does what SHACL says where its own validators do not:', () => {
  it.each([
    [
      'sh:and holds a property shape against each value',
      'sh:and ( [ sh:path :q ; sh:minCount 1 ] )',
      ':a :p :b , :c . :b :q 1 .',
      [':c'],
    ],
    [
      'sh:and holds sh:hasValue against each value',
      'sh:and ( [ sh:hasValue :b ] )',
      ':a :p :b , :c .',
      [':c'],
    ],
    [
      'sh:and holds sh:disjoint against each value',
      'sh:and ( [ sh:disjoint :q ] )',
      ':a :p :b , :c . :b :q :b .',
      [':b'],
    ],
    [
      'sh:and within sh:and',
      'sh:and ( [ sh:and ( [ sh:path :q ; sh:minCount 1 ] ) ] )',
      ':a :p :b .',
      [':b'],
    ],
    ['sh:maxLength counts characters', 'sh:maxLength 1', ':a :p "𝄞" , "ab" .', ['ab']],
    ['sh:minLength counts characters', 'sh:minLength 2', ':a :p "𝄞" , "ab" .', ['𝄞']],
    [
      'sh:languageIn goes by whole subtags',
      'sh:languageIn ( "en" )',
      ':a :p "a"@en , "b"@en-GB , "c"@enm , "d" .',
      ['c', 'd'],
    ],
    ['sh:languageIn goes by either case', 'sh:languageIn ( "EN-gb" )', ':a :p "a"@en-GB , "b"@en .', ['b']],
    ['sh:languageIn knows the range of all', 'sh:languageIn ( "*" )', ':a :p "a"@nl , "b" .', ['b']],
    ['sh:pattern counts characters', 'sh:pattern "^.$"', ':a :p "𝄞" , "ab" .', ['ab']],
    ['sh:pattern knows digits of every script', 'sh:pattern "^\\\\d$"', ':a :p "٣" , "a" .', ['a']],
    ['sh:pattern takes flags', 'sh:pattern "^A$" ; sh:flags "i"', ':a :p "a" , "b" .', ['b']],
  ])('%s', async (_, constraints, data, expected) => {
    expect(await wrong(constraints, data)).toEqual(expected);
  });

  it('a message names the pattern as it is written', async () => {
    const shapes = await turtle(
      `${shaclPrefix}:S a sh:NodeShape ; sh:targetNode "a" ; sh:pattern "^\\\\d.$" .`,
    );
    const [result] = validateShapes(await turtle(''), shapes);
    expect(result!.message).toEqual({ en: 'Value does not match pattern "^\\d.$"' });
  });
});
