import type { Term } from '@rdfjs/types';
import { sha256 } from '../evidence/source-text.ts';
import type { Problem, ProblemKind } from './problem.ts';
import type { ValidateOptions, Validation } from './validate.ts';

/** What stays the same of a problem when files are edited elsewhere, lines move or messages are reworded. */
export interface AcceptedProblem {
  readonly kind: ProblemKind;
  readonly rule: string;
  /** The node that is wrong; a blank node, which has no lasting name, is `_:`. */
  readonly focus: string;
  readonly path?: string | undefined;
  readonly value?: string | undefined;
}

/** Problems that are known and not to fail a run, each with how often it may occur. */
export interface BaselineEntry extends AcceptedProblem {
  readonly count: number;
}

/** Problems held against a baseline. */
export interface Judgement {
  /** The problems that the baseline does not accept. */
  readonly new: readonly Problem[];
  /** Those that it does. */
  readonly known: readonly Problem[];
  /** The entries that accept more than occurs, with how much more. */
  readonly stale: readonly BaselineEntry[];
}

/** The name of a problem in a baseline: equal for problems that are accepted together. */
export const fingerprint = ({ rule, focus, path, value }: Omit<AcceptedProblem, 'kind'>): string =>
  sha256(JSON.stringify([rule, focus, path ?? null, value ?? null])).slice(0, 16);

/**
 * Tells new problems from accepted ones. An entry accepts as many as it counts.
 * @param wasLookedFor whether the run could have found the problem of an entry; an entry that was not looked for is not stale.
 */
export function applyBaseline(
  problems: readonly Problem[],
  baseline: readonly BaselineEntry[],
  wasLookedFor: (entry: BaselineEntry) => boolean = () => true,
): Judgement {
  const left = new Map(baseline.map((entry) => [fingerprint(entry), entry.count]));
  const judged: { new: Problem[]; known: Problem[] } = { new: [], known: [] };
  for (const problem of problems) {
    const key = fingerprint(accepted(problem));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    (count > 0 ? judged.known : judged.new).push(problem);
  }
  const stale = baseline
    .map((entry) => ({ ...entry, count: Math.max(0, left.get(fingerprint(entry))!) }))
    .filter((entry) => entry.count > 0 && wasLookedFor(entry));
  return { ...judged, stale };
}

/**
 * Whether a run could have found the problem of an entry: one that left out the checks found none of
 * theirs, one without the text of a report none against its evidence, one that was stopped not all of its shapes'.
 */
export const lookedForIn = (
  { checks, evidence, incomplete }: Pick<Validation, 'checks' | 'evidence' | 'incomplete'>,
  { allowEmpty = false }: Pick<ValidateOptions, 'allowEmpty'> = {},
) => {
  const absent = evidence.filter(({ coverage }) => !coverage).map(({ slug }) => `/id/report/${slug}/`);
  return ({ kind, focus }: BaselineEntry): boolean => {
    if (kind === 'shape') return !incomplete;
    if (kind === 'check') return checks.length > 0;
    if (kind === 'evidence') return !absent.some((report) => focus.includes(report));
    return kind !== 'target' || !allowEmpty;
  };
};

/** The baseline that accepts these problems and no other, in one order. */
export function baselineOf(
  problems: readonly Problem[],
  kept: readonly BaselineEntry[] = [],
): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const entry of [...kept, ...problems.map((problem) => ({ ...accepted(problem), count: 1 }))]) {
    const key = fingerprint(entry);
    entries.set(key, { ...entry, count: entry.count + (entries.get(key)?.count ?? 0) });
  }
  const order = ({ rule, focus, path = '', value = '' }: BaselineEntry) =>
    [rule, focus, path, value].join('\u0000');
  return [...entries.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function accepted({ kind, rule, focus, path, value, finding }: Problem): AcceptedProblem {
  const name = (term: Term | undefined, text: string) => (term?.termType === 'BlankNode' ? '_:' : text);
  return {
    kind,
    rule,
    focus: name(finding.focus, focus),
    path,
    value: value === undefined ? undefined : name(finding.value, value),
  };
}
