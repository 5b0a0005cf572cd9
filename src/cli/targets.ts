import { exit, Failure } from '../failure.ts';

/** A file to write to, and the form to write. */
export interface Target<Format> {
  readonly path: string;
  readonly format: Format;
}

/**
 * Reads `file` or `format:file`, as `--output` takes them.
 * @param endings the form that a file is in by the ending of its name; the longest that fits counts.
 * @throws Failure 2 where neither the word before a colon nor the ending is a form, or a file comes twice.
 */
export function readTargets<Format extends string>(
  outputs: readonly string[],
  formats: readonly Format[],
  endings: Readonly<Record<string, Format>>,
): Target<Format>[] {
  const targets = outputs.map((output) => readTarget(output, formats, endings));
  const twice = targets.find(({ path }, index) => targets.findIndex((other) => other.path === path) < index);
  if (twice) throw new Failure(exit.usage, `Two outputs cannot go to the same file: ${twice.path}`);
  return targets;
}

function readTarget<Format extends string>(
  output: string,
  formats: readonly Format[],
  endings: Readonly<Record<string, Format>>,
): Target<Format> {
  const [, word, rest] = /^(\w+):(.+)$/.exec(output) ?? [];
  const named = formats.find((format) => format === word);
  if (named) return { path: rest!, format: named };
  const [ending] = Object.keys(endings)
    .filter((each) => output.endsWith(each))
    .sort((a, b) => b.length - a.length);
  if (ending !== undefined) return { path: output, format: endings[ending]! };
  throw new Failure(exit.usage, `Cannot tell in which form ${output} is to be written`, {
    hint: `End it in ${Object.keys(endings).join(', ')}, or put one of ${formats.join(', ')} and a colon before it.`,
  });
}
