import type { Term } from '@rdfjs/types';
import { lineOf } from '../graph/canonical.ts';
import type { Language } from '../graph/language-map.ts';
import { visible } from '../report/visible.ts';
import type { Passage } from './claims.ts';
import type { Difference, Side, ValueUse } from './difference.ts';
import type { DiffFormat } from './formats.ts';
import { Names } from './names.ts';
import { type ChangeLine, sectionsOf, summaryOf } from './sections.ts';
import { tell } from './words.ts';

export interface DiffStyle {
  readonly language: Language;
  /** Whether to show all that differs, not the first things only; JSON always has all. */
  readonly all: boolean;
}

/** A difference in one of the forms. */
export function writeDifference(difference: Difference, format: DiffFormat, style: DiffStyle): string {
  if (format === 'json') return asJson(difference);
  return format === 'text' ? asText(difference, style) : asMarkdown(difference, style);
}

function asText(difference: Difference, { language, all }: DiffStyle): string {
  const sections = sectionsOf(difference, language, all).map(({ title, items, more }) => {
    const blocks = items.map(({ sign, name, lines }) =>
      [
        `${sign ?? ' '} ${visible(name)}\n`,
        ...lines.map((line) => `    ${line.sign} ${visible(line.text)}\n`),
      ].join(''),
    );
    return `${title}\n${blocks.join('')}${more > 0 ? `  ${tell(language, 'more', { count: more })}\n` : ''}\n`;
  });
  return `${sections.join('')}${summaryOf(difference, language)}\n`;
}

function asMarkdown(difference: Difference, { language, all }: DiffStyle): string {
  const { old, new: now } = difference;
  const title = tell(language, 'title', { old: inert(old.name), new: inert(now.name) });
  const line = ({ sign, text }: ChangeLine) => `  - ${sign === '+' ? '➕' : '➖'} ${inert(text)}\n`;
  const sections = sectionsOf(difference, language, all).map(({ title: heading, items, more }) => {
    const blocks = items.map(({ name, lines }) => [`- ${inert(name)}\n`, ...lines.map(line)].join(''));
    return `\n### ${heading}\n\n${blocks.join('')}${more > 0 ? `\n${tell(language, 'more', { count: more })}\n` : ''}`;
  });
  return `## ${title}\n\n${summaryOf(difference, language)}\n${sections.join('')}`;
}

/** A text that Markdown shows as it is: no mark-up, no HTML, no mention of a person or an issue, on one line. */
const inert = (text: string): string =>
  visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '&#64;')
    .replaceAll('#', '&#35;')
    .replaceAll(/:(?=\/\/)/g, '&#58;')
    .replaceAll(/(?<=\bwww)\./gi, '&#46;')
    .replaceAll(/[\\`*_{}[\]()>|~!]/g, '\\$&')
    .replaceAll(/^([-+=]|\d+[.)])/g, (start) =>
      /\d/.test(start) ? start.replace(/([.)])$/, '\\$1') : `\\${start}`,
    );

/** A difference as `diff.schema.json` describes it. */
function asJson(difference: Difference): string {
  const { old, new: now, claims, values, triples } = difference;
  const names = new Names(difference);
  const thing = (term: Term) => ({ id: idOf(term), labels: names.all(term) ?? {} });
  const use = ({ subject, property, value }: ValueUse) => ({
    subject: thing(subject),
    property: thing(property),
    value: thing(value),
  });
  const document = {
    schemaVersion: 1,
    old: sideAsJson(old),
    new: sideAsJson(now),
    summary: { nl: summaryOf(difference, 'nl'), en: summaryOf(difference, 'en') },
    claims: {
      added: claims.added.map(thing),
      withdrawn: claims.withdrawn.map(thing),
      reworded: claims.reworded.map(({ claim, rewordings }) => ({ ...thing(claim), rewordings })),
      moved: claims.moved.map(({ claim, before, after }) => ({
        ...thing(claim),
        before: before.map(passageAsJson),
        after: after.map(passageAsJson),
      })),
    },
    values: { gained: values.gained.map(use), lost: values.lost.map(use) },
    triples: {
      added: triples.added.map((quad) => lineOf(quad).trimEnd()),
      removed: triples.removed.map((quad) => lineOf(quad).trimEnd()),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const sideAsJson = ({ name, dataset }: Side) => ({ name, triples: dataset.size });

const passageAsJson = ({ text, start, end, digest }: Passage) => ({
  text: text === undefined ? null : idOf(text),
  start: whole(start),
  end: whole(end),
  digest: digest ?? null,
});

const whole = (number: number | undefined): number | null =>
  number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : null;

const idOf = (term: Term): string => (term.termType === 'BlankNode' ? `_:${term.value}` : term.value);
