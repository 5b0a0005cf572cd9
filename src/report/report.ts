import type { LanguageMap } from '../graph/language-map.ts';
import type { Judgement } from '../validate/baseline.ts';
import type { Problem, Severity } from '../validate/problem.ts';
import type { Rule } from '../validate/rule.ts';
import type { Validation } from '../validate/validate.ts';

/** Problems held against the baseline in a file. */
export interface BaselineVerdict extends Judgement {
  /** The file as the user would write it. */
  readonly file: string;
}

/** All that a report says, in whichever format: what was found, and what was looked at. */
export interface Report {
  /** Version of the tool. */
  readonly version: string;
  /** With a baseline, its problems are those that the baseline does not accept. */
  readonly validation: Validation;
  /** What a baseline made of the problems; absent without one. */
  readonly baseline?: BaselineVerdict | undefined;
  /** The rules that the data was held against, broken or not. */
  readonly rules: readonly Rule[];
  /** The prefixes of the files, with which terms are shown. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** How many triples were looked at. */
  readonly triples: number;
  /** The least severity that makes the exit code 1. */
  readonly failOn: Severity;
  readonly exitCode: number;
  /** Why not everything was looked at; absent where everything was. */
  readonly incomplete?: LanguageMap | undefined;
}

/** The rules that could be broken, and those that were without having a shape, check or text of that name. */
export function rulesOf({ rules, validation }: Report): Rule[] {
  const breakable = rules.filter(({ kind, constraints }) => kind !== 'shape' || constraints.length > 0);
  const known = new Map(breakable.map((rule) => [ruleKey(rule), rule]));
  for (const problem of validation.problems) {
    const key = ruleKey({ id: problem.rule, kind: problem.kind });
    if (!known.has(key)) known.set(key, ruleOf(problem));
  }
  return [...known.values()];
}

/** Tells rules apart: data and shapes may each have one of the same name. */
export const ruleKey = ({ id, kind }: Pick<Rule, 'id' | 'kind'>): string => `${kind} ${id}`;

/** What a problem tells of its rule. */
function ruleOf({ rule, kind, severity, message, component }: Problem): Rule {
  return {
    id: rule,
    kind,
    severity,
    message,
    constraints: [],
    components: component ? [component] : [],
    within: [],
  };
}

export const severityCounts = (problems: readonly Problem[]): Record<Severity, number> => {
  const counts = { violation: 0, warning: 0, info: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
};
