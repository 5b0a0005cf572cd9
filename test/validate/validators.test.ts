import { describe, expect, it } from 'vitest';
import { validateShapes } from '../../src/validate/shapes.ts';
import { turtle } from '../support.ts';

const shaclPrefix =
  '@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . ';

/** The values of :p of :a that a property shape with these constraints finds wrong. */
async function wrong(constraints: string, data: string): Promise<string[]> {
  const shapes = await turtle(
    `${shaclPrefix}:S a sh:NodeShape ; sh:targetNode :a ; sh:property [ sh:path :p ; ${constraints} ] .`,
  );
  const results = validateShapes(await turtle(shaclPrefix + data), shapes);
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
    [
      'sh:datatype knows months and hours',
      'sh:datatype xsd:dateTime',
      ':a :p "2024-02-29T24:00:00"^^xsd:dateTime , "2024-02-29T24:00:01"^^xsd:dateTime , "2024-13-01T00:00:00"^^xsd:dateTime , "2023-02-29T00:00:00"^^xsd:dateTime .',
      ['2023-02-29T00:00:00', '2024-02-29T24:00:01', '2024-13-01T00:00:00'],
    ],
    [
      'sh:datatype knows no 13th month of a year',
      'sh:datatype xsd:gYearMonth',
      ':a :p "1999-12"^^xsd:gYearMonth , "1999-13"^^xsd:gYearMonth , "1999-12" .',
      ['1999-12', '1999-13'],
    ],
    [
      'sh:datatype knows characters beyond U+FFFF',
      'sh:datatype xsd:string',
      ':a :p "𝄞" , "a"@en , 1 , :b .',
      ['1', ':b', 'a'],
    ],
    [
      'sh:datatype takes any text for one of a datatype that nobody knows',
      'sh:datatype :Length',
      ':a :p "4 m"^^:Length , "4 m" .',
      ['4 m'],
    ],
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
