import { termKey } from '../graph/terms.ts';
import type { Problem } from '../validate/problem.ts';
import type { Rule } from '../validate/rules.ts';
import { localName } from './names.ts';
import { type Report, rulesOf } from './report.ts';

/** Rules that were held together: those of a shape with a target, of a report's evidence, or the checks. */
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
  const offences = Map.groupBy(report.validation.problems, ({ rule }) => rule);
  const shapes = shapeSuites(report, rules, offences);
  const held = new Set(shapes.flatMap(({ cases }) => cases.map(({ rule }) => rule.id)));
  const others = rules
    .filter(({ id, kind }) => !held.has(id) && kind !== 'evidence')
    .map((rule) => ({ rule, problems: offences.get(rule.id) ?? [] }))
    // A shape that has no target and that no target leads to looks at nothing.
    .filter(({ rule, problems }) => rule.kind !== 'shape' || problems.length > 0);
  const byKind = Map.groupBy(others, ({ rule }) => rule.kind);
  return [
    ...shapes,
    ...[...byKind].map(([kind, cases]) => ({ name: kind, cases })),
    ...evidenceSuites(report, rules, offences),
  ].filter(({ cases }) => cases.length > 0);
}

type Offences = ReadonlyMap<string, readonly Problem[]>;

function shapeSuites({ validation }: Report, rules: readonly Rule[], offences: Offences): Suite[] {
  const targets = validation.targets.map(({ shape, focusNodes }) => ({
    shape,
    nodes: new Set(focusNodes.map(termKey)),
    rules: rules.filter(({ within }) => within.includes(shape.value)),
  }));
  /** The suites that an offence belongs to: those that looked at its node, or at a node that leads to it. */
  const holders = (problem: Problem) => {
    const applying = targets.filter(({ rules: held }) => held.some(({ id }) => id === problem.rule));
    const looking = applying.filter(({ nodes }) => nodes.has(termKey(problem.finding.focus)));
    return looking.length > 0 ? looking : applying;
  };
  const holdersOf = new Map([...offences.values()].flat().map((problem) => [problem, holders(problem)]));
  return targets.map((target) => ({
    name: localName(target.shape.value),
    cases: target.rules.map((rule) => ({
      rule,
      problems: (offences.get(rule.id) ?? []).filter((problem) => holdersOf.get(problem)!.includes(target)),
      idle: target.nodes.size === 0 ? 'lookedAtNothing' : undefined,
    })),
  }));
}

function evidenceSuites({ validation }: Report, rules: readonly Rule[], offences: Offences): Suite[] {
  const held = rules.filter(({ kind }) => kind === 'evidence');
  return validation.evidence.map(({ slug, coverage, offences: found }) => ({
    name: `evidence ${slug}`,
    cases: held.map((rule) => ({
      rule,
      problems: (offences.get(rule.id) ?? []).filter(({ finding }) => found.includes(finding)),
      idle: coverage ? undefined : 'notChecked',
    })),
  }));
}
