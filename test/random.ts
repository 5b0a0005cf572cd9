/** Numbers from 0 to 1 that a seed gives, the same on every run (a linear congruential generator). */
export function* numbers(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** The members in an order that a seed gives (Fisher–Yates). */
export function shuffled<T>(members: readonly T[], seed: number): T[] {
  const order = [...members];
  const random = numbers(seed);
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random.next().value * (index + 1));
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}
