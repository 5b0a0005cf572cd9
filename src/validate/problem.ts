import type { LanguageMap } from '../graph/language-map.ts';
import { type Severity, severities } from '../query/header.ts';

export type { Severity };

/** Something wrong in the content. What keeps us from looking at the content is a Failure. */
export interface Problem {
  readonly kind: 'shape' | 'check' | 'evidence';
  readonly severity: Severity;
  readonly message: LanguageMap;
  /** The node that is wrong: its IRI, or the label of a blank node. */
  readonly focus: string;
  /** The names of that node, where it has any. */
  readonly label?: LanguageMap | undefined;
  /** The property, or property path, that is wrong. */
  readonly path?: string | undefined;
  readonly value?: string | undefined;
  /** The shape or check that was broken. */
  readonly rule: string;
  readonly file?: string | undefined;
  /** Counted from 1. */
  readonly line?: number | undefined;
}

/** Whether a problem is as serious as `bound` or more. */
export const atLeast = (bound: Severity) => (problem: Problem) =>
  severities.indexOf(problem.severity) <= severities.indexOf(bound);

/** One order for the same problems on every machine: by file, line, severity, node, rule and value. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const key = (p: Problem) => [
    p.file ?? '\uffff',
    String(p.line ?? 0).padStart(9, '0'),
    String(severities.indexOf(p.severity)),
    p.focus,
    p.rule,
    p.path ?? '',
    p.value ?? '',
  ];
  return problems
    .map((problem) => ({ problem, key: key(problem).join('\u0000') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ problem }) => problem);
}
