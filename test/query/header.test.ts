import { describe, expect, it } from 'vitest';
import { readHeader } from '../../src/query/header.ts';

const good = '#+ summary:\n#+   nl: Vraag?\n#+   en: Question?\n#+ tags: [a]\n\nASK {}';

describe('the header of a query', () => {
  it('is the YAML behind the #+ on top', () => {
    expect(readHeader(good, 'a.rq', ['summary'])).toEqual({
      summary: { nl: 'Vraag?', en: 'Question?' },
      tags: ['a'],
    });
  });

  it('has keys in the forms of grlc: one text, and lists of names with values', () => {
    const header = `#+ summary: Which?
#+ method: GET
#+ endpoint_in_url: False
#+ pagination: 100
#+ defaults:
#+   - n: 12
#+   - on: true
#+ enumerate:
#+   - n: [12, 13]
`;
    expect(readHeader(header, 'a.rq', ['summary'])).toEqual({
      summary: { '': 'Which?' },
      defaults: { n: '12', on: 'true' },
      enumerate: { n: ['12', '13'] },
    });
  });

  it('has parameters, columns and a cardinality', () => {
    const header = `#+ parameters:
#+   a: { type: integer, label: { nl: een, en: one } }
#+ columns: { b: iri, c: nl? }
#+ cardinality: 1
`;
    expect(readHeader(header, 'a.rq')).toEqual({
      parameters: { a: { type: 'integer', label: { nl: 'een', en: 'one' } } },
      columns: { b: 'iri', c: 'nl?' },
      cardinality: '1',
    });
  });

  it.each(['endpoint: http://example.org/sparql', 'transform: {}'])(
    'with %s is refused: the answer would be another one',
    (line) => {
      expect(() => readHeader(`#+ tags: [a]\n#+ ${line}\n`, 'a.rq')).toThrow(
        expect.objectContaining({
          code: 4,
          file: 'a.rq',
          line: 2,
          hint: expect.stringMatching(/^(A file|Take)/),
        }),
      );
    },
  );

  it('adds nothing to what every object has', () => {
    const header = '#+ defaults:\n#+   __proto__: x\n#+   constructor: y\n';
    const { defaults } = readHeader(header, 'a.rq');
    expect(Object.entries(defaults!)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('ends where the #+ lines end', () => {
    expect(readHeader(`${good}\n#+ sumary: no`, 'a.rq', [])).not.toHaveProperty('sumary');
  });

  it.each([
    ['an unknown key', good.replace('tags', 'tagz'), 4, /unknown key tagz/],
    ['a missing key', 'ASK {}', 1, /summary is missing/],
    [
      'a summary in one language',
      '#+ summary:\n#+   nl: Vraag?\n',
      1,
      /summary is to have a text for nl and for en/,
    ],
    [
      'an unheard-of severity',
      `${good.split('\n\n')[0]}\n#+ severity: awful\n`,
      5,
      /severity is to be one of/,
    ],
    [
      'a cardinality that is none',
      `${good.split('\n\n')[0]}\n#+ cardinality: many\n`,
      5,
      /a number or a range/,
    ],
    ['a range back to front', `${good.split('\n\n')[0]}\n#+ cardinality: 3..1\n`, 5, /a number or a range/],
    [
      'values that are no list',
      `${good.split('\n\n')[0]}\n#+ enumerate:\n#+   - b: x\n`,
      6,
      /enumerate of b is to be the list of values/,
    ],
    [
      'values to be asked of a server',
      `${good.split('\n\n')[0]}\n#+ enumerate:\n#+   - b\n`,
      5,
      /the list of values/,
    ],
    [
      'a column without a type',
      `${good.split('\n\n')[0]}\n#+ columns:\n#+   a: iri\n#+   b: []\n`,
      7,
      /columns of b is to be a type/,
    ],
    [
      'an unknown key of a parameter',
      `${good.split('\n\n')[0]}\n#+ parameters:\n#+   b:\n#+     typ: iri\n`,
      7,
      /parameters of b has no key typ/,
    ],
    [
      'a label in one language',
      `${good.split('\n\n')[0]}\n#+ parameters:\n#+   b:\n#+     label: { nl: Twee }\n`,
      7,
      /parameters of b is to have a label with a text for nl and for en/,
    ],
    ['what is not YAML', '#+ summary: [\n#+ tags: }\n', 2, /Query header/],
    ['a key that every object has', '#+ constructor: x\n', 1, /unknown key constructor/],
  ])('with %s is refused, with file and line', (_, text, line, message) => {
    expect(() => readHeader(text, 'queries/a.rq', ['summary'])).toThrow(
      expect.objectContaining({
        code: 3,
        file: 'queries/a.rq',
        line,
        message: expect.stringMatching(message),
      }),
    );
  });
});
