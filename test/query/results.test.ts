import { describe, expect, it } from 'vitest';
import { readResultsJson } from '../../src/query/results.ts';
import { readResultsXml } from '../../src/query/results-xml.ts';

const xml = `<?xml version="1.0"?>
<!-- an answer -->
<sparql xmlns="http://www.w3.org/2005/sparql-results#">
  <head><variable name="a"/><variable name='b'/><link href="x"/></head>
  <results>
    <result>
      <binding name="a"><uri>https://example.org/a</uri></binding>
      <binding name="b"><literal xml:lang="nl">een &lt;b&gt; &#233;&#xe9; <![CDATA[<&>]]></literal></binding>
    </result>
    <result><binding name="a"><bnode>n1</bnode></binding></result>
    <result><binding name="b"><literal datatype="http://www.w3.org/2001/XMLSchema#integer">1</literal></binding></result>
    <result/>
  </results>
</sparql>
`;
const json = JSON.stringify({
  head: { vars: ['a', 'b'] },
  results: {
    bindings: [
      {
        a: { type: 'uri', value: 'https://example.org/a' },
        b: { type: 'literal', value: 'een <b> éé <&>', 'xml:lang': 'nl' },
      },
      { a: { type: 'bnode', value: 'n1' } },
      { b: { type: 'literal', value: '1', datatype: 'http://www.w3.org/2001/XMLSchema#integer' } },
      {},
    ],
  },
});

describe('an answer to a query', () => {
  it('means the same in XML and in JSON', () => {
    expect(readResultsXml(xml)).toEqual(readResultsJson(json));
  });

  it.each([true, false])('may be %s', (truth) => {
    expect(readResultsJson(`{"head":{},"boolean":${truth}}`)).toMatchObject({ boolean: truth });
    expect(readResultsXml(`<s:sparql><s:head/><s:boolean> ${truth} </s:boolean></s:sparql>`)).toMatchObject({
      boolean: truth,
    });
  });

  it.each([
    ['JSON', json, readResultsJson],
    ['XML', xml.trimEnd(), readResultsXml],
  ])('in %s is refused wherever it is cut off', (_, text, read) => {
    for (let length = 0; length < text.length; length++) expect(() => read(text.slice(0, length))).toThrow();
  });

  it.each([
    ['[]', 'it has no head'],
    ['{"head":{"vars":["x"]}}', 'it has no list of solutions'],
    ['{"head":{"vars":[1]},"results":{"bindings":[]}}', 'it has neither a list of variables nor a boolean'],
    ['{"head":{},"boolean":"true"}', 'it has neither'],
    [
      '{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"uri","value":1}}]}}',
      'solution 1 is not made',
    ],
    ['{"head":{"vars":["x"]},"results":{"bindings":[{},{"x":"y"}]}}', 'solution 2 is not made'],
    ['{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"uri","value":"a b"}}]}}', 'solution 1'],
    [
      '{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"a","xml:lang":"n l"}}]}}',
      'solution 1',
    ],
    ['{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"triple","value":{}}}]}}', 'solution 1'],
    ['<html>log in', 'it is not JSON from beginning to end'],
  ])('in JSON is refused: %s', (text, message) => {
    expect(() => readResultsJson(text)).toThrow(message);
  });

  it.each([
    ['<html/>', 'it is <html>, not <sparql>'],
    ['<sparql/>', 'it has no head'],
    ['<sparql><head/></sparql>', 'it has no list of solutions'],
    ['<sparql><head/><boolean>yes</boolean></sparql>', 'it has neither'],
    ['<sparql></head></sparql>', 'it has a </head> that nothing opens'],
    ['<sparql><head/></sparql><sparql/>', 'it is not one XML element'],
    ['<sparql><head/></sparql> and more', 'it is not one XML element'],
    ['<!DOCTYPE sparql [<!ENTITY a "aaaa">]><sparql/>', 'it is not well-formed XML'],
    ['<sparql>&a;</sparql>', 'it has an unknown &a;'],
    ['<sparql>&#x110000;</sparql>', 'it has an unknown &#x110000;'],
    ['<sparql a=b/>', 'it is not well-formed XML'],
    ['<sparql><head/><results><result><binding name="x"/></result></results></sparql>', 'solution 1'],
  ])('in XML is refused: %s', (text, message) => {
    expect(() => readResultsXml(text)).toThrow(message);
  });

  it('has no variable that reaches every object', () => {
    const text =
      '{"head":{"vars":["__proto__"]},"results":{"bindings":[{"__proto__":{"type":"uri","value":"urn:x"}}]}}';
    expect(JSON.stringify(readResultsJson(text))).toBe(text);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
