import { styleText } from 'node:util';
import type { Language } from '../graph/language-map.ts';
import { shorten } from '../graph/shorten.ts';
import { type Entry, nameIn } from '../link/authority/entry.ts';
import { acceptedFor } from '../link/conflicts.ts';
import { endsOf } from '../link/decisions.ts';
import { visible } from '../report/visible.ts';
import { expandCurie } from '../sssom/curies.ts';
import type { Mapping } from '../sssom/mapping.ts';
import type { MappingFile } from '../sssom/sssom.ts';
import { inWords, sayInReview } from './link-review-words.ts';

/** What questions are shown with. */
export interface QuestionView {
  readonly language: Language;
  /** Whether to make names bold; the words carry the meaning without. */
  readonly colour: boolean;
  readonly prefixes: ReadonlyMap<string, string>;
  /** What the data says of things, by their IRIs. */
  readonly known: ReadonlyMap<string, Entry>;
}

/** The thing that questions are about: its names, what the data says of it, and what was accepted for it. */
export function subjectAsText(
  sets: readonly MappingFile[],
  set: MappingFile,
  mapping: Mapping,
  view: QuestionView,
): string {
  const { language, prefixes, known } = view;
  const subject = endsOf(mapping, set)?.[0];
  const entry = subject === undefined ? undefined : known.get(subject);
  const name =
    (entry && nameIn(entry.labels, [language])) || (mapping.subject_label ?? mapping.subject_id ?? '');
  const others = [...new Set(entry?.labels.map(({ text }) => text))].filter((text) => text !== name);
  const described = entry?.descriptions.find((each) => each.language === language) ?? entry?.descriptions[0];
  const before = subject === undefined ? [] : acceptedFor(sets, subject);
  return asLines([
    `${bold(name, view)}  ${visible(mapping.subject_id ?? '')}`,
    others.length > 0 && visible(`  ${others.join(' · ')}`),
    described && visible(`  ${described.text}`),
    ...before.map(({ relation, iri }) => {
      const standing = sayInReview(language, 'accepted');
      const other = shorten(iri, prefixes);
      return visible(`  ${sayInReview(language, 'before', { standing, relation, other })}`);
    }),
  ]);
}

/** A candidate: what is asked, what it is, and why it is one. */
export function candidateAsText(
  set: MappingFile,
  mapping: Mapping,
  place: string,
  view: QuestionView,
): string {
  const { language } = view;
  const say = (key: Parameters<typeof sayInReview>[1], text: string | undefined) =>
    text ? visible(`  ${sayInReview(language, key)}: ${text}`) : false;
  const relation = mapping.predicate_id ?? '';
  const object = endsOf(mapping, set)?.[1] ?? mapping.object_id ?? '';
  const advice = mapping['ext_advice'] === 'recommended' ? sayInReview(language, 'recommended') : undefined;
  const source = mapping.object_source;
  const sure = [mapping.confidence, advice].filter(Boolean).join(' ');
  return asLines([
    visible(`${place}  ${[inWords(language, relation), `(${relation})`].filter(Boolean).join(' ')}`),
    `  ${bold(mapping.object_label || object, view)}${visible(`  ${object}${sure ? `  ${sure}` : ''}`)}`,
    say('described', mapping['ext_description']),
    say('why', mapping.comment),
    say('from', mapping['ext_service'] ?? (source && (expandCurie(source, set.metadata.curieMap) ?? source))),
  ]);
}

/** A mapping in a line. */
export const mappingAsText = (mapping: Mapping, relation = mapping.predicate_id): string =>
  visible(
    `${mapping.subject_label ?? ''} ${mapping.subject_id ?? ''} ${relation ?? ''} ${mapping.object_id ?? ''} ${mapping.object_label ?? ''}`.trim(),
  );

// Names and descriptions come from others, and may hold what a terminal would act on.
const bold = (text: string, { colour }: QuestionView): string =>
  colour ? styleText('bold', visible(text), { validateStream: false }) : visible(text);

const asLines = (lines: readonly (string | false | undefined)[]): string =>
  lines
    .filter((line) => line !== false && line !== undefined)
    .map((line) => `${line}\n`)
    .join('');
