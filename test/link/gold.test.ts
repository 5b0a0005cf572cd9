import { relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { authorities, hasAuthorities, type Measured, measureGold } from '../../bench/gold.ts';
import { root } from '../support.ts';

const title = hasAuthorities
  ? 'what is proposed from labels of EuroVoc and records of ROR, where no link is known'
  : `SKIPPED: there are no copies of authorities in ${relative(root, authorities)}; name their folder in MEENT_AUTHORITIES`;

describe.skipIf(!hasAuthorities)(title, () => {
  let measured: Measured;
  beforeAll(async () => {
    measured = await measureGold();
  });

  it('has no rejected identifier among what is recommended', () => {
    expect(measured.rejectedRecommended).toEqual([]);
  });

  it('is right wherever it is recommended, and is recommended now and then', () => {
    expect(measured.wrong).toEqual([]);
    expect(measured.recommended).toBeGreaterThanOrEqual(8);
  });

  it('is right without the supplement in all but what that has', () => {
    expect(measured.beyondNotes).toHaveLength(2);
  });

  it('has nine in ten of the right pairs of the notes', () => {
    expect(measured.wanted).toBeGreaterThan(40);
    expect(measured.missed.length / measured.wanted).toBeLessThanOrEqual(0.1);
  });
});
