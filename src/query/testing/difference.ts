/** A line that stands on both sides, or on one of them only. */
export interface Line {
  readonly side: 'both' | 'expected' | 'actual';
  readonly text: string;
}

/** The lines of two texts beside each other, with as many as can be on both sides (the longest common subsequence). */
export function compareLines(expected: readonly string[], actual: readonly string[]): Line[] {
  let start = 0;
  while (start < expected.length && start < actual.length && expected[start] === actual[start]) start++;
  let end = 0;
  while (
    end < expected.length - start &&
    end < actual.length - start &&
    expected[expected.length - 1 - end] === actual[actual.length - 1 - end]
  )
    end++;
  const both = (lines: readonly string[]): Line[] => lines.map((text) => ({ side: 'both', text }));
  return [
    ...both(expected.slice(0, start)),
    ...compareMiddles(expected.slice(start, expected.length - end), actual.slice(start, actual.length - end)),
    ...both(expected.slice(expected.length - end)),
  ];
}

function compareMiddles(expected: readonly string[], actual: readonly string[]): Line[] {
  const [rows, columns] = [expected.length + 1, actual.length + 1];
  // How many lines from here on can stand on both sides.
  const common = new Uint32Array(rows * columns);
  for (let i = expected.length - 1; i >= 0; i--)
    for (let j = actual.length - 1; j >= 0; j--)
      common[i * columns + j] =
        expected[i] === actual[j]
          ? common[(i + 1) * columns + j + 1]! + 1
          : Math.max(common[(i + 1) * columns + j]!, common[i * columns + j + 1]!);
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < expected.length || j < actual.length) {
    if (i < expected.length && j < actual.length && expected[i] === actual[j]) {
      lines.push({ side: 'both', text: expected[i]! });
      i++;
      j++;
    } else if (
      j === actual.length ||
      (i < expected.length && common[(i + 1) * columns + j]! >= common[i * columns + j + 1]!)
    )
      lines.push({ side: 'expected', text: expected[i++]! });
    else lines.push({ side: 'actual', text: actual[j++]! });
  }
  return lines;
}

const marks = { both: ' ', expected: '-', actual: '+' } as const;

/**
 * What differs, for people: `-` before what was expected and did not come, `+` before what came, and a line or two
 * around it.
 */
export function differenceText(expected: readonly string[], actual: readonly string[]): string {
  const lines = compareLines(expected, actual);
  const around = 2;
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ side }) => side !== 'both'),
  );
  return lines
    .map(({ side, text }, index) => {
      if (near[index]) return `${marks[side]} ${text}\n`;
      return index > 0 && !near[index - 1] ? '' : '  …\n';
    })
    .join('');
}
