import type { Problem } from '../validate/problem.ts';
import type { Rule } from '../validate/rule.ts';
import { localName } from './names.ts';
import { type Report, ruleKey, rulesOf } from './report.ts';

/** Rules that were held together: those of a shape with a target, of a report's evidence, or of a kind. */
export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** A rule with the offences against it. */
export interface Case {
  readonly rule: Rule;
  readonly problems: readonly Problem[];
  /** Why the rule said nothing, where it had nothing to say it of. */
  readonly idle?: 'lookedAtNothing' | 'notChecked' | undefined;
}

/** Every rule of a report, in the suites that held it. */
export function suitesOf(report: Report): Suite[] {
  const rules = rulesOf(report);
  const offences = Map.groupBy(report.validation.problems, ({ rule, kind }) => ruleKey({ id: rule, kind }));
  const against = (rule: Rule) => offences.get(ruleKey(rule)) ?? [];
  const shapes = shapeSuites(report, rules, against);
  const held = new Set(shapes.flatMap(({ cases }) => cases.map(({ rule }) => rule)));
  const others = rules
    .filter((rule) => !held.has(rule) && rule.kind !== 'evidence')
    .map((rule) => ({ rule, problems: against(rule), idle: idleBeside(rule, report) }))
    // A shape that has no target and that no target leads to looks at nothing.
    .filter(({ rule, problems }) => rule.kind !== 'shape' || problems.length > 0);
  const byKind = Map.groupBy(others, ({ rule }) => rule.kind);
  return [
    ...shapes,
    ...[...byKind].map(([kind, cases]) => ({ name: kind, cases })),
    ...evidenceSuites(report, rules, against),
  ].filter(({ cases }) => cases.length > 0);
}

/** Where the shapes could not be honoured, nothing but the shapes was looked at. */
const idleBeside = ({ kind }: Rule, { validation }: Report): Case['idle'] =>
  validation.honoured || kind === 'preflight' ? undefined : 'lookedAtNothing';

type Against = (rule: Rule) => readonly Problem[];

function shapeSuites({ validation }: Report, rules: readonly Rule[], against: Against): Suite[] {
  const targets = validation.targets
    .map(({ shape, focusNodes }) => ({
      name: localName(shape.value),
      nodes: focusNodes,
      rules: rules.filter(({ within }) => within.includes(shape.value)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  /** The suites that an offence belongs to: those that looked at its node, or at a node that leads to it. */
  const holders = (rule: Rule, problem: Problem) => {
    const applying = targets.filter((target) => target.rules.includes(rule));
    const looking = applying.filter(({ nodes }) => nodes.has(problem.finding.focus));
    return looking.length > 0 ? looking : applying;
  };
  return targets.map((target) => ({
    name: target.name,
    cases: target.rules.map((rule) => ({
      rule,
      problems: against(rule).filter((problem) => holders(rule, problem).includes(target)),
      idle: target.nodes.size === 0 ? 'lookedAtNothing' : undefined,
    })),
  }));
}

function evidenceSuites({ validation }: Report, rules: readonly Rule[], against: Against): Suite[] {
  const held = rules.filter(({ kind }) => kind === 'evidence');
  return validation.evidence.map(({ slug, coverage, offences }) => ({
    name: `evidence ${slug}`,
    cases: held.map((rule) => ({
      rule,
      problems: against(rule).filter(({ finding }) => offences.includes(finding)),
      idle: coverage ? undefined : 'notChecked',
    })),
  }));
}
