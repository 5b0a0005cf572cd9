import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOfDatatype } from '../../src/graph/datatypes.ts';

const is = (text: string, type: string) => isOfDatatype(text, `http://www.w3.org/2001/XMLSchema#${type}`);

/** For each type of XSD 1.1 what is of it, and what is not; the edges of each rule. */
const examples: Readonly<Record<string, readonly [right: readonly string[], wrong: readonly string[]]>> = {
  boolean: [
    ['true', 'false', '1', '0'],
    ['True', 'yes', '', ' true'],
  ],
  decimal: [
    ['1', '-1.5', '+.5', '1.', '007'],
    ['1e3', '.', 'INF', '1,5', '١'],
  ],
  integer: [
    ['0', '-0', '+12', '9'.repeat(50)],
    ['1.0', '', '-', '1 ', 'abc'],
  ],
  double: [
    ['1', '1.5E-3', '-.5e+9', 'INF', '-INF', '+INF', 'NaN', '1e999'],
    ['inf', '1e', 'E5', '-NaN', '0x1'],
  ],
  float: [['1.5'], ['1.5f']],
  nonNegativeInteger: [['0', '+5'], ['-1']],
  positiveInteger: [['1'], ['0', '-1']],
  nonPositiveInteger: [['0', '-5'], ['1']],
  negativeInteger: [['-1'], ['0']],
  long: [['-9223372036854775808', '9223372036854775807'], ['9223372036854775808']],
  int: [['2147483647'], ['2147483648', '-2147483649']],
  short: [['-32768'], ['32768']],
  byte: [
    ['127', '-128'],
    ['128', '300'],
  ],
  unsignedLong: [['18446744073709551615'], ['18446744073709551616', '-1']],
  unsignedInt: [['4294967295'], ['4294967296']],
  unsignedShort: [['65535'], ['65536']],
  unsignedByte: [
    ['255', '0'],
    ['256', '-1'],
  ],
  date: [
    [
      '2024-02-29',
      '2000-02-29',
      '2024-12-31Z',
      '2024-01-01+14:00',
      '-0044-03-15',
      '0000-01-01',
      '12024-01-01',
    ],
    [
      '2024-02-31',
      '2023-02-29',
      '1900-02-29',
      '2024-04-31',
      '2024-13-01',
      '2024-00-01',
      '24-01-01',
      '2024-1-1',
      '02024-01-01',
      '2024-01-01+14:01',
      '2024-01-01T00:00:00',
      'yesterday',
    ],
  ],
  dateTime: [
    ['2024-02-29T23:59:59', '2024-01-01T00:00:00.123Z', '2024-01-01T24:00:00', '2024-01-01T12:00:00-05:00'],
    [
      '2024-02-30T00:00:00',
      '2024-01-01T24:00:01',
      '2024-01-01T23:60:00',
      '2024-01-01T23:59:60',
      '2024-01-01',
      '2024-01-01 00:00:00',
    ],
  ],
  dateTimeStamp: [['2024-01-01T00:00:00Z', '2024-01-01T00:00:00+01:00'], ['2024-01-01T00:00:00']],
  time: [
    ['00:00:00', '23:59:59.999Z', '24:00:00.0'],
    ['24:00:00.1', '1:00:00', '12:00'],
  ],
  gYear: [
    ['2024', '-0001', '0000', '19999', '2024Z'],
    ['19xx', '24', '02024', '+2024'],
  ],
  gYearMonth: [
    ['2024-02', '2024-12Z'],
    ['2024-13', '2024'],
  ],
  gMonth: [
    ['--01', '--12Z'],
    ['--13', '01', '--1'],
  ],
  gDay: [['---31'], ['---32', '--01']],
  gMonthDay: [
    ['--02-29', '--12-31'],
    ['--02-30', '--04-31'],
  ],
  duration: [
    ['P1Y', 'PT0S', '-P1Y2M3DT4H5M6.7S', 'P0D'],
    ['P', 'PT', 'P1YT', '1Y', 'P1S', 'P-1Y', 'P1M2Y', 'PT1.5M'],
  ],
  yearMonthDuration: [
    ['P1Y2M', '-P5M'],
    ['P1D', 'P', 'P1YT1H'],
  ],
  dayTimeDuration: [
    ['P1DT2H', 'PT1.5S'],
    ['P1Y', 'P1DT', 'P'],
  ],
  hexBinary: [
    ['', '0aFF'],
    ['0', 'xy'],
  ],
  base64Binary: [
    ['', 'YQ==', 'YWI=', 'YWJj', 'YW Jj'],
    ['YQ=', 'YR==', 'Y', '????', ' YQ=='],
  ],
  anyURI: [['https://example.org/', 'a b', ''], []],
  language: [
    ['nl', 'en-GB', 'x-own', 'abcdefgh'],
    ['', 'nl_BE', 'abcdefghi', '-'],
  ],
  string: [['', 'anything\n'], []],
  normalizedString: [['a  b'], ['a\tb', 'a\nb']],
  token: [
    ['a b', ''],
    [' a', 'a  b', 'a '],
  ],
  Name: [
    [':a', 'é-1'],
    ['1a', '', 'a b'],
  ],
  NCName: [
    ['a.b', '_'],
    ['a:b', '-a'],
  ],
  NMTOKEN: [
    ['1a', '-'],
    ['', 'a b'],
  ],
};

const cases = (index: 0 | 1) =>
  Object.entries(examples).flatMap(([type, both]) => both[index].map((text) => [text, type] as const));

describe('a value of a datatype', () => {
  it.each(cases(0))('%j is of %s', (text, type) => expect(is(text, type)).toBe(true));
  it.each(cases(1))('%j is not of %s', (text, type) => expect(is(text, type)).toBe(false));

  it('is any text of a datatype that is not known', () => {
    expect(isOfDatatype('anything', 'urn:type')).toBe(true);
    expect(is('anything', 'toString')).toBe(true);
  });

  it('is every day that a calendar has', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date('-009999-01-01'), max: new Date('9999-12-31') }),
        (date) => {
          const text = date
            .toISOString()
            .replace(/^([+-])00/, (_, sign: string) => (sign === '-' ? '-' : ''));
          expect([text, is(text, 'dateTime')]).toEqual([text, true]);
          expect(is(text.slice(0, text.indexOf('T')), 'date')).toBe(true);
        },
      ),
      { seed: 20261124, numRuns: 1000 },
    );
  });

  it('is no day that a calendar has not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (y, m, d) => {
          const date = new Date(Date.UTC(2000, 0, 1));
          date.setUTCFullYear(y, m - 1, d);
          const pad = (number: number, width: number) => String(number).padStart(width, '0');
          expect(is(`${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`, 'date')).toBe(date.getUTCDate() === d);
        },
      ),
      { seed: 20261124, numRuns: 2000 },
    );
  });
});
