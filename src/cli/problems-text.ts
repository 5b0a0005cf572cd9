import { inLanguage } from '../graph/language-map.ts';
import type { Problem } from '../validate/problem.ts';
import type { Validation } from '../validate/validate.ts';
import { type Language, say } from './words.ts';

/** What a validation found, for people: the problems by file, then what was looked at. */
export function problemsAsText(validation: Validation, triples: number, language: Language): string {
  return [
    ...validation.problems.map((problem) => asText(problem, language)),
    ...looked(validation, triples, language),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function asText(problem: Problem, language: Language): string {
  const place = [problem.file, problem.line].filter((part) => part !== undefined).join(':');
  const who = inLanguage(problem.label, [language]);
  const name = who ? `${who} <${problem.focus}>` : `<${problem.focus}>`;
  const about = [problem.path && localName(problem.path), problem.value && `“${problem.value}”`].filter(
    Boolean,
  );
  return [
    `${place}${place && '  '}${say(language, problem.severity)}: ${name}`,
    `    ${inLanguage(problem.message, [language])}`,
    `    ${[...about, localName(problem.rule)].join(' · ')}`,
    ...(problem.hint
      ? [`    ${say(language, 'hint', { hint: inLanguage(problem.hint, [language])! })}`]
      : []),
  ].join('\n');
}

/** The part of an IRI that people know it by; a path or a plain name is left as it is. */
const localName = (iri: string): string => (/^[a-z]+:\/\/\S+$/.test(iri) ? iri.replace(/^.*[#/]/, '') : iri);

function looked(
  { honoured, problems, shapes, uncovered, checks, evidence }: Validation,
  triples: number,
  language: Language,
): string[] {
  if (!honoured) return [say(language, 'notHonoured', { problems: problems.length })];
  const count = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length;
  const found =
    problems.length === 0
      ? say(language, 'noProblems')
      : say(language, 'someProblems', {
          violation: count('violation'),
          warning: count('warning'),
          info: count('info'),
        });
  const key = checks.length > 0 ? 'checked' : 'checkedWithoutChecks';
  return [
    say(language, key, { shapes, checks: checks.length, triples, problems: found }),
    ...evidence.map(({ slug, anchors, coverage }) =>
      coverage
        ? say(language, 'evidence', { slug, anchors, ...coverage, share: (coverage.share * 100).toFixed(1) })
        : say(language, 'evidenceNotChecked', { slug }),
    ),
    ...uncovered.map(({ kind, term, count: times, place }) =>
      say(language, kind === 'class' ? 'classUncovered' : 'predicateUncovered', {
        term: term.value,
        times,
        place: place ? `${place.file}:${place.line}` : '?',
      }),
    ),
  ];
}
