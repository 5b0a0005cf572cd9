import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/graph/nearest.ts';

const words = ['name', 'image', 'game', 'minCount', 'maxCount', 'description'];

describe('the word that was meant', () => {
  it.each([
    ['nmae', 'name'],
    ['Name', 'name'],
    ['minCuont', 'minCount'],
    ['descripton', 'description'],
    ['maxcount', 'maxCount'],
    ['name', 'name'],
  ])('for %s is %s', (word, meant) => expect(nearest(word, words)).toBe(meant));

  it.each(['zebra', 'unlike', 'quaternion'])('for %s is none', (word) =>
    expect(nearest(word, words)).toBeUndefined(),
  );

  it('is the first of those that are as near', () => expect(nearest('xame', ['same', 'name'])).toBe('name'));
});
