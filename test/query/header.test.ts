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
