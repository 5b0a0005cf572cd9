import type { Problem } from '../validate/problem.ts';
import { plainEntry } from '../validate/baseline-text.ts';
import { BlankNames } from './blank-names.ts';
import { type Report, severityCounts } from './report.ts';

/** The version of the form that `report.schema.json` describes; it goes up when a reader would have to change. */
export const schemaVersion = 1;

/** A report as JSON; `report.schema.json` describes it. */
export function asJson(report: Report): string {
  const { version, validation, baseline, triples, failOn, incomplete, exitCode } = report;
  const { honoured, problems, shapes, targets, uncovered, checks, evidence } = validation;
  const [nodes, named] = [new BlankNames('node'), new BlankNames('shape')];
  const content = {
    schemaVersion,
    tool: { name: 'meent', version },
    failOn,
    exitCode,
    honoured,
    incomplete,
    baseline: baseline && {
      file: baseline.file,
      accepted: baseline.known.length,
      stale: baseline.stale.map(plainEntry),
    },
    counts: severityCounts(problems),
    problems: problems.map((problem) => plainly(problem, nodes)),
    checked: {
      triples,
      shapes,
      targets: targets
        .map(({ shape, focusNodes }) => ({ shape: named.textOf(shape), focusNodes: focusNodes.size }))
        .sort((a, b) => (a.shape < b.shape ? -1 : 1)),
      uncovered: uncovered.map(({ kind, term, count, place }) => ({ kind, term: term.value, count, place })),
      checks,
      evidence: evidence.map(({ slug, anchors, coverage }) => ({ slug, anchors, coverage })),
    },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** A problem without its RDF terms. */
function plainly({ finding, ...problem }: Problem, names: BlankNames): Omit<Problem, 'finding'> {
  const focus = names.textOf(finding.focus);
  return { ...problem, focus, value: finding.value && names.textOf(finding.value) };
}
