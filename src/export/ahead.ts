/**
 * Begins tasks before their turn comes, never more than `most` at a time, and gives what comes of them in their order.
 * The first are begun when this is called.
 */
export function ahead<T>(tasks: Iterator<Promise<T>>, most: number): AsyncGenerator<T> {
  const begun: Promise<T>[] = [];
  const fill = () => {
    while (begun.length < most) {
      const next = tasks.next();
      if (next.done) return;
      // A failure is told when its turn has come.
      next.value.catch(() => undefined);
      begun.push(next.value);
    }
  };
  fill();
  return (async function* () {
    for (let first; (first = begun.shift()); fill()) yield await first;
  })();
}
