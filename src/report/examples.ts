import type { Example } from '../project/examples.ts';
import type { Rule } from '../validate/rule.ts';
import { localName } from './names.ts';

/** A file that breaks a rule and one beside it that keeps it. */
export interface ExamplePair {
  readonly good: Example;
  readonly bad: Example;
}

/**
 * The examples of a rule. Those of a shape say in their first lines which rules they break (`#+ expect:`)
 * or why (`#+ shows:`), and `valid.ttl` beside them breaks none; those of other rules stand in a folder of the rule's name.
 */
export function examplesOf(
  rule: Pick<Rule, 'id' | 'kind'>,
  examples: readonly Example[],
): ExamplePair | undefined {
  const bad =
    rule.kind === 'shape' ? breaking(localName(rule.id), examples) : named(rule.id, 'broken', examples);
  const good = bad && beside(bad, rule.kind === 'shape' ? 'valid' : 'conforming', examples);
  return good && { good, bad };
}

/** The example that breaks this rule and the fewest others; a project's own before the package's. */
function breaking(name: string, examples: readonly Example[]): Example | undefined {
  const candidates = examples
    .map((example) => ({ example, rules: brokenBy(example) }))
    .filter(({ rules }) => rules.includes(name));
  const fewest = Math.min(...candidates.map(({ rules }) => rules.length));
  return candidates.findLast(({ rules }) => rules.length === fewest)?.example;
}

const brokenBy = ({ text }: Example): string[] =>
  [...text.matchAll(/^#\+ (?:expect|shows): (.*)$/gm)].flatMap(([, rules]) =>
    rules!.split(', ').map((rule) => rule.split(' ')[0]!),
  );

const named = (rule: string, stem: string, examples: readonly Example[]): Example | undefined =>
  examples.findLast(({ path }) => stemOf(path) === stem && folderOf(path).endsWith(`/${rule}`));

const beside = (example: Example, stem: string, examples: readonly Example[]): Example | undefined =>
  examples.find(({ path }) => stemOf(path) === stem && folderOf(path) === folderOf(example.path));

const parts = (path: string): string[] => path.split(/[\\/]/);
const folderOf = (path: string): string => parts(path).slice(0, -1).join('/');
const stemOf = (path: string): string =>
  parts(path)
    .at(-1)!
    .replace(/\.\w+$/, '');

/** A line of an example, or nothing where lines are left out. */
export interface ExampleLine {
  readonly text: string | undefined;
  /** Whether the other example does not have it. */
  readonly own: boolean;
}

const around = 3;

/**
 * What an example says: the lines that the other does not have, with some lines around them; all of it
 * where there are none, since then what it leaves out shows in the other. Directives are left out.
 */
export function tell(example: Example, other: Example): ExampleLine[] {
  const theirs = new Set(statements(other).map((line) => line.trim()));
  const lines = statements(example).map((text) => ({ text, own: !theirs.has(text.trim()) }));
  if (!lines.some(({ own }) => own)) return lines;
  const near = (index: number) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ own }) => own);
  return lines.flatMap((line, index): ExampleLine[] => {
    if (near(index)) return [line];
    return index === 0 || near(index - 1) ? [{ text: undefined, own: false }] : [];
  });
}

function statements({ text }: Example): string[] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => !/^(#\+|@prefix|@base|PREFIX|BASE)/i.test(line));
  return lines.join('\n').trim().split('\n');
}
