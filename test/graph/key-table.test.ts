import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyTable } from '../../src/graph/key-table.ts';

describe('a table of keys that are not kept', () => {
  it('tells what a map tells', () => {
    const key = fc.oneof(fc.string({ maxLength: 4 }), fc.webUrl());
    const entries = fc.array(fc.tuple(key, fc.nat({ max: 2 ** 32 - 2 })), { maxLength: 200 });
    fc.assert(
      fc.property(entries, key, (given, other) => {
        const [table, map] = [new KeyTable(), new Map<string, number>()];
        for (const [name, value] of given) {
          table.set(name, value);
          map.set(name, value);
        }
        expect(table.size).toBe(map.size);
        for (const name of [...map.keys(), other]) expect(table.get(name)).toBe(map.get(name));
      }),
      { seed: 1 },
    );
  });

  it('holds half a million keys that are much alike, each with its own number', () => {
    const table = new KeyTable();
    const name = (number: number) => `https://example.org/id/report/evening-${number}/claim/${number % 7}`;
    for (let number = 0; number < 500_000; number++) table.set(name(number), number);
    expect(table.size).toBe(500_000);
    for (let number = 0; number < 500_000; number += 997) expect(table.get(name(number))).toBe(number);
    expect(table.get('https://example.org/id/report/evening-0/claim/1')).toBeUndefined();
  });
});
