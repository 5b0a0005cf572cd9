/** The word most like `word`, if one is like it at all. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const scored = words.map((each) => ({ each, score: distance(word, each) }));
  const best = scored.sort((a, b) => a.score - b.score || (a.each < b.each ? -1 : 1))[0];
  return best && best.score <= Math.max(2, word.length / 3) ? best.each : undefined;
}

/** How many single-character edits lie between two words (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, character] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (b[j] === character ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
