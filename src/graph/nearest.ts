/** The word that is most like a misspelt one, where one is like it: two slips of the pen away, or one in three letters. */
export function nearest(misspelt: string, words: Iterable<string>): string | undefined {
  const limit = Math.min(Math.floor(misspelt.length / 2), Math.max(2, Math.floor(misspelt.length / 3)));
  const [best] = [...words]
    .filter((word) => Math.abs(word.length - misspelt.length) <= limit)
    .map((word) => ({ word, distance: editDistance(misspelt, word) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
  return best?.word;
}

/**
 * How many letters to add, leave out, replace or swap with their neighbour (optimal string alignment); a letter
 * of the other case counts half.
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = difference(a[i - 1]!, b[j - 1]!);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        previous[j]! + 1,
        row[j - 1]! + 1,
        previous[j - 1]! + replaced,
        swapped ? before[j - 2]! + 1 : Infinity,
      );
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length]!;
}

const difference = (a: string, b: string): number =>
  a === b ? 0 : a.toLowerCase() === b.toLowerCase() ? 0.5 : 1;
