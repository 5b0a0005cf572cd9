import { inLanguage, type Language } from '../graph/language-map.ts';
import { localName, nameOf, placeOf, ruleName } from './names.ts';
import { type Report, severityCounts } from './report.ts';
import { visible } from './visible.ts';
import { say } from './words.ts';

/** What a report ends with: what was looked at, so that a pass is known to be one. */
export function lookedAt(report: Report, language: Language, width: number | undefined): string {
  const { honoured, problems, shapes, uncovered, checks, evidence } = report.validation;
  if (!honoured) return `${say(language, 'notHonoured', { problems: problems.length })}\n`;
  const found =
    problems.length === 0
      ? say(language, 'noProblems')
      : say(language, 'someProblems', severityCounts(problems));
  const key = checks.length > 0 ? 'looked' : 'lookedWithoutChecks';
  const { looked, idle } = targetLists(report, language);
  const reason = inLanguage(report.incomplete, [language]);
  return [
    say(language, key, { shapes, checks: checks.length, triples: report.triples, problems: found }),
    ...uncovered.map(({ kind, term, count: times, place }) =>
      say(language, kind === 'class' ? 'classUncovered' : 'predicateUncovered', {
        term: visible(nameOf(term.value, report.prefixes)),
        times,
        place: place ? placeOf(place) : '?',
      }),
    ),
    ...(looked.length > 0 ? [say(language, 'focusNodes', { list: looked.join(', ') })] : []),
    ...(idle.length > 0 ? [say(language, 'noFocusNodes', { list: idle.join(', ') })] : []),
    ...evidence.map(({ slug, anchors, coverage }) =>
      coverage
        ? say(language, 'evidence', { slug, anchors, ...coverage, share: (coverage.share * 100).toFixed(1) })
        : say(language, 'evidenceNotChecked', { slug }),
    ),
    ...(reason === undefined ? [] : [say(language, 'incomplete', { reason: visible(reason) })]),
  ]
    .map((sentence) => `${width === undefined ? sentence : wrap(sentence, width)}\n`)
    .join('');
}

/** The shapes that looked at nodes, with how many, and those that found none. */
function targetLists(
  { validation, rules }: Report,
  language: Language,
): { looked: string[]; idle: string[] } {
  const names = new Map(rules.map((rule) => [rule.id, rule]));
  const targets = validation.targets.map(({ shape, focusNodes }) => {
    const rule = names.get(shape.value);
    const name = rule ? ruleName(rule, language) : visible(localName(shape.value));
    return {
      name: shape.termType === 'BlankNode' ? say(language, 'nameless') : name,
      count: focusNodes.size,
    };
  });
  // XShape-closed has the same nodes as XShape.
  const own = targets.filter(
    ({ name, count }) => !targets.some((wider) => name.startsWith(`${wider.name}-`) && count === wider.count),
  );
  return {
    looked: own
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => `${name} ${count}`)
      .sort(),
    idle: own
      .filter(({ count }) => count === 0)
      .map(({ name }) => name)
      .sort(),
  };
}

/** Breaks between words but not before a number; the lines after the first are indented. */
function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(/ (?!\d)/)) {
    const line = lines.at(-1)!;
    if (line.trim() && line.length + 1 + word.length > width) lines.push(`  ${word}`);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join('\n');
}
