const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const runs = (list: readonly string[], length: number): string[] =>
  list.slice(length - 1).map((_, index) => list.slice(index, index + length).join(' '));

/**
 * Finds what texts share with a source: the runs of so many consecutive words, whatever case, white
 * space, line ends, marks of comments and punctuation stand between them.
 */
export function sharedWords(source: string, length: number): (text: string) => string[] {
  const known = new Set(runs(words(source), length));
  return (text) => runs(words(text), length).filter((run) => known.has(run));
}
