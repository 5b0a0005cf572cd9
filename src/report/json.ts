import type { Problem } from '../validate/problem.ts';
import { BlankNames } from './blank-names.ts';
import { type Report, severityCounts } from './report.ts';

/** The version of the form that `report.schema.json` describes; it goes up when a reader would have to change. */
export const schemaVersion = 1;

/** A report as JSON; `report.schema.json` describes it. */
export function asJson({ version, validation, triples, failOn, incomplete, exitCode }: Report): string {
  const { honoured, problems, shapes, targets, uncovered, checks, evidence } = validation;
  const [nodes, named] = [new BlankNames('node'), new BlankNames('shape')];
  const report = {
    schemaVersion,
    tool: { name: 'meent', version },
    failOn,
    exitCode,
    honoured,
    incomplete,
    counts: severityCounts(problems),
    problems: problems.map((problem) => plainly(problem, nodes)),
    checked: {
      triples,
      shapes,
      targets: targets
        .map(({ shape, focusNodes }) => ({ shape: named.textOf(shape), focusNodes: focusNodes.length }))
        .sort((a, b) => (a.shape < b.shape ? -1 : 1)),
      uncovered: uncovered.map(({ kind, term, count, place }) => ({ kind, term: term.value, count, place })),
      checks,
      evidence: evidence.map(({ slug, anchors, coverage }) => ({ slug, anchors, coverage })),
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A problem without its RDF terms. */
function plainly({ finding, ...problem }: Problem, names: BlankNames): Omit<Problem, 'finding'> {
  const focus = names.textOf(finding.focus);
  return { ...problem, focus, value: finding.value && names.textOf(finding.value) };
}
