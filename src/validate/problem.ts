import type { Term } from '@rdfjs/types';
import type { LanguageMap } from '../graph/language-map.ts';
import type { Place } from '../graph/locator.ts';
import { type Severity, severities } from '../query/header.ts';
import { type Path, pathName } from './path.ts';

export type { Severity };

/**
/**
 * What found the problem: a shape, a SPARQL check, the text of a report, the spelling of the data or its links;
 * or a shape that selects nothing (`target`), shapes that cannot be honoured (`preflight`), or an IRI that had been
 * `published` and has disappeared.
 */
export type ProblemKind =
  'shape' | 'check' | 'evidence' | 'syntax' | 'link' | 'target' | 'preflight' | 'published';

/** What is wrong, before it is known where it stands and what its node is called. */
export interface Finding {
  readonly kind: ProblemKind;
  readonly severity: Severity;
  readonly message: LanguageMap;
  readonly focus: Term;
  readonly path?: Path | undefined;
  readonly value?: Term | undefined;
  /** IRI of the shape, or name of the check, that was broken. */
  readonly rule: string;
  /** IRI of the constraint component that a shape used (SHACL §3.6.2.6). */
  readonly component?: string | undefined;
  /** The shape that was broken, which need not have an IRI. */
  readonly shape?: Term | undefined;
  /** How to mend it, where that is known. */
  readonly hint?: LanguageMap | undefined;
  /** Where it stands, where what found it knows that; else it is looked up. */
  readonly places?: readonly Place[] | undefined;
}

/** Something wrong in the content. What keeps us from looking at the content is a Failure. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly severity: Severity;
  readonly message: LanguageMap;
  /** The node that is wrong: its IRI, the label of a blank node, or a literal's text. */
  readonly focus: string;
  /** The names of that node, where it has any. */
  readonly label?: LanguageMap | undefined;
  /** The property, or property path as SPARQL writes it, that is wrong. */
  readonly path?: string | undefined;
  readonly value?: string | undefined;
  readonly rule: string;
  readonly component?: string | undefined;
  readonly file?: string | undefined;
  /** Counted from 1. */
  readonly line?: number | undefined;
  /** Counted from 1, in UTF-16 code units. */
  readonly column?: number | undefined;
  /** The line of the file. */
  readonly excerpt?: string | undefined;
  /** Whether line and column are those of the very token, or of the node it belongs to. */
  readonly precision?: 'token' | 'node' | undefined;
  /** Other places that say the same. */
  readonly also?: readonly Place[] | undefined;
  readonly hint?: LanguageMap | undefined;
  /** What was found, as RDF terms. */
  readonly finding: Finding;
}

/** A problem from what was found, the names of its node and the places that say it, the first to be mended. */
export function problemOf(
  finding: Finding,
  label: LanguageMap | undefined,
  places: readonly Place[],
): Problem {
  const { kind, severity, message, focus, path, value, rule, component, hint } = finding;
  const [place, ...also] = places;
  return {
    kind,
    severity,
    message,
    focus: focus.value,
    label,
    path: path && pathName(path),
    value: value?.value,
    rule,
    component,
    ...place,
    also: also.length > 0 ? also : undefined,
    hint,
    finding,
  };
}

/** How serious a shape says that an offence is; a severity of its own is a violation. */
export function severityOf(term: Term | null | undefined): Severity {
  if (term?.value.endsWith('#Warning')) return 'warning';
  if (term?.value.endsWith('#Info')) return 'info';
  return 'violation';
}

/** Whether a problem is as serious as `bound` or more. */
export const atLeast =
  (bound: Severity) =>
  (problem: Pick<Problem, 'severity'>): boolean =>
    severities.indexOf(problem.severity) <= severities.indexOf(bound);

/** One order for the same problems on every machine: by file, place, severity, node, rule and value. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const digits = (number: number | undefined) => String(number ?? 0).padStart(9, '0');
  const key = (p: Problem) => [
    p.file ?? '\uffff',
    digits(p.line),
    digits(p.column),
    String(severities.indexOf(p.severity)),
    p.focus,
    p.rule,
    p.path ?? '',
    p.value ?? '',
    p.component ?? '',
    ...Object.values(p.message),
  ];
  return problems
    .map((problem) => ({ problem, key: key(problem).join('\u0000') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ problem }) => problem);
}
