import type { Term } from '@rdfjs/types';
import type { Checked, Examination } from '../evidence/examine.ts';
import { linesOf } from '../evidence/passage.ts';
import type { Range, SourceText } from '../evidence/source-text.ts';
import type { EvidenceContext } from './evidence-text.ts';

/** The evidence of reports as `evidence.schema.json` describes it: places and numbers, no words of a text. */
export const evidenceAsJson = (
  examinations: readonly Examination[],
  context: Pick<EvidenceContext, 'names'>,
): string => asJson({ reports: examinations.map((each) => reportAsJson(each, context)) });

function reportAsJson(
  { recorded, bareClaims, checked }: Examination,
  { names }: Pick<EvidenceContext, 'names'>,
): object {
  return {
    slug: recorded.slug,
    text: recorded.node.value,
    status: checked ? 'checked' : 'not-checked',
    anchors: recorded.anchors.length,
    claims: recorded.claims.length,
    claimsWithoutEvidence: bareClaims.map(({ node }) => node.value),
    coverage: checked?.coverage ?? null,
    paragraphs: checked
      ? checked.paragraphs.map((each) => paragraphAsJson(each, checked.source, names))
      : null,
    drift: checked?.drift ? driftAsJson(checked) : null,
  };
}

const paragraphAsJson = (
  { node, covered, claims, share, ...range }: Checked['paragraphs'][number],
  source: SourceText,
  names: EvidenceContext['names'],
): object => ({
  iri: node.value,
  label: names(node) ?? {},
  ...placeAsJson(range, source),
  covered,
  claims,
  share,
});

const driftAsJson = ({ drift, source }: Checked): object => ({
  textChanged: drift!.textChanged,
  form: drift!.form ?? null,
  complete: drift!.complete,
  anchors: drift!.moves.map(({ anchor, places }) => ({
    iri: anchor.node.value,
    start: anchor.start,
    end: anchor.end,
    places: places.map((place) => placeAsJson(place, source)),
  })),
});

/** A passage by code points and lines. */
export function placeAsJson({ start, end }: Range, source: SourceText): object {
  const { first, last } = linesOf(source, { start, end });
  return { start, end, firstLine: first, lastLine: last };
}

/** A thing with its names. */
export const namedAsJson = (node: Term, names: EvidenceContext['names']): object => ({
  iri: node.value,
  label: names(node) ?? {},
});

export const asJson = (content: object): string =>
  `${JSON.stringify({ schemaVersion: 1, ...content }, null, 2)}\n`;
