/** How many of something there are to be. */
export interface Cardinality {
  readonly least: number;
  /** Infinity where there is no bound. */
  readonly most: number;
}

/** Reads `3`, `0..1`, `1..*` or `*`; undefined where it is none of these. */
export function cardinalityOf(text: string): Cardinality | undefined {
  const [, first, , last] = /^(\d+|\*)(\.\.(\d+|\*))?$/.exec(text.trim()) ?? [];
  if (first === undefined) return undefined;
  const bound = (word: string) => (word === '*' ? Infinity : Number(word));
  const least = first === '*' ? 0 : Number(first);
  const most = bound(last ?? first);
  return (first === '*' && last !== undefined) || least > most ? undefined : { least, most };
}
