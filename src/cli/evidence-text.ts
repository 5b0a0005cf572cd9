import type { Term } from '@rdfjs/types';
import type { Drift, Move } from '../evidence/drift.ts';
import type { Checked, Examination } from '../evidence/examine.ts';
import { linesOf } from '../evidence/passage.ts';
import type { SourceText } from '../evidence/source-text.ts';
import { inLanguage, type LanguageMap } from '../graph/language-map.ts';
import { formHint, evidenceMessages, placeOf, textHint } from '../validate/evidence-messages.ts';
import { anchorsAsTurtle } from './anchor-command.ts';
import { tell } from './evidence-words.ts';
import { visible } from '../report/visible.ts';
import type { Language } from './words.ts';

export interface EvidenceContext {
  readonly language: Language;
  /** The names of a node. */
  readonly names: (node: Term) => LanguageMap | undefined;
  /** The file that a report's text is to stand in, as the user would write it. */
  readonly file: (slug: string) => string;
}

/** The evidence of a report, for people. */
export function evidenceAsText(examination: Examination, context: EvidenceContext): string {
  const { recorded, checked } = examination;
  const { language } = context;
  const anchors = recorded.anchors.length;
  const sections = checked
    ? [
        held(checked, anchors, language),
        // While anchors point at other words, what they cover means nothing.
        ...(lost(checked) === 0 ? [covered(checked, language), paragraphTable(checked, context)] : []),
        claimLines(examination, context),
        ...(checked.drift ? driftSections(examination, checked, checked.drift, language) : []),
      ]
    : [
        [tell(language, 'notChecked', { anchors, file: context.file(recorded.slug) })],
        claimLines(examination, context),
      ];
  return `${recorded.slug}\n\n${sections.map((lines) => `${lines.join('\n').trimEnd()}\n`).join('\n')}`;
}

const lost = ({ drift }: Checked): number => drift?.moves.length ?? 0;

const held = (checked: Checked, anchors: number, language: Language): string[] => [
  tell(language, lost(checked) === 0 ? 'allHold' : 'someHold', { anchors, lost: lost(checked) }),
];

const covered = ({ coverage }: Checked, language: Language): string[] => [
  tell(language, 'coverage', { ...coverage, share: (coverage.share * 100).toFixed(1) }),
];

function paragraphTable({ paragraphs, source }: Checked, context: EvidenceContext): string[] {
  const { language } = context;
  const rows = paragraphs.map((paragraph) => [
    linesAsText(source, paragraph),
    String(paragraph.claims),
    `${Math.round(paragraph.share * 100)} %`,
    nameOf(paragraph.node, context) + (paragraph.covered ? '' : ` ${tell(language, 'noEvidence')}`),
  ]);
  const table = [
    (['lines', 'claims', 'share', 'paragraph'] as const).map((key) => tell(language, key)),
    ...rows,
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]!.length)));
  return table.map((row) =>
    row.map((cell, column) => (column < 3 ? cell.padStart(widths[column]!) : cell)).join('  '),
  );
}

function claimLines({ recorded, bareClaims }: Examination, context: EvidenceContext): string[] {
  const counts = { claims: recorded.claims.length, bare: bareClaims.length };
  const key = bareClaims.length === 0 ? 'everyClaim' : 'bareClaims';
  return [
    tell(context.language, key, counts),
    ...bareClaims.map(({ node }) => `  ${keyOf(node)}  ${nameOf(node, context)}`),
  ];
}

function driftSections(
  { recorded }: Examination,
  { source }: Checked,
  drift: Drift,
  language: Language,
): string[][] {
  const { textChanged, form, moves } = drift;
  const rule = form ? 'text-in-other-form' : 'text-changed';
  const hint = form ? formHint(form) : textHint(recorded, source, drift);
  const text = textChanged ? [[evidenceMessages[rule][language]!, hint[language]!]] : [];
  if (moves.length === 0) return text;
  const lines = moves.map((move) => {
    const users = recorded.claims.filter(({ anchors }) => anchors.includes(move.anchor));
    const claims = users.map(({ node }) => keyOf(node)).join(', ');
    const place = `  ${placeOf(move.anchor)} → ${placesAsText(move, drift, source, language)}`;
    return claims ? `${place}  · ${claims}` : place;
  });
  const found = moves.flatMap(({ places }) => (places.length === 1 ? places : []));
  const base = recorded.node.value.replace(/text$/, '');
  const turtle = [tell(language, 'paste'), '', anchorsAsTurtle(source, found, base)];
  return [...text, [tell(language, 'places'), ...lines], ...(found.length > 0 ? [turtle] : [])];
}

/** Where the words of an anchor stand now. */
export function placesAsText({ places }: Move, drift: Drift, source: SourceText, language: Language): string {
  if (places.length === 0) return tell(language, drift.complete ? 'gone' : 'notFound');
  return places
    .map((place) => `${placeOf(place)} (${tell(language, 'line')} ${linesAsText(source, place)})`)
    .join(` ${tell(language, 'or')} `);
}

/** The lines that a passage stands on. */
export function linesAsText(source: SourceText, place: { start: number; end: number }): string {
  const { first, last } = linesOf(source, place);
  return first === last ? String(first) : `${first}-${last}`;
}

/** The name of a node in the user's language, safe to print; its IRI where it has none. */
export const nameOf = (node: Term, { names, language }: EvidenceContext): string =>
  visible(inLanguage(names(node), [language]) ?? node.value);

/** What people call a claim: the last part of its IRI. */
export const keyOf = (node: Term): string => node.value.replace(/^.*[#/]/, '');
