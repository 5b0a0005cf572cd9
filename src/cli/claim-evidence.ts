import type { Term } from '@rdfjs/types';
import type { Anchor } from '../evidence/anchors.ts';
import { holds } from '../evidence/drift.ts';
import type { Examination } from '../evidence/examine.ts';
import { type Passage, passageIn } from '../evidence/passage.ts';
import type { Dataset } from '../graph/dataset.ts';
import { vocabulary } from '../graph/terms.ts';
import { placeOf } from '../validate/evidence-messages.ts';
import { asJson, namedAsJson, placeAsJson } from './evidence-json.ts';
import { type EvidenceContext, keyOf, linesAsText, nameOf, placesAsText } from './evidence-text.ts';
import { tell } from './evidence-words.ts';
import { visible } from '../report/visible.ts';

/** A claim with what is said of it and the passages that it rests on. */
export interface ClaimEvidence {
  readonly node: Term;
  readonly speakers: readonly Term[];
  readonly modes: readonly Term[];
  readonly passages: readonly ClaimPassage[];
}

export interface ClaimPassage {
  readonly anchor: Anchor;
  readonly examination: Examination;
  /** Whether the words still stand there; undefined where the text is absent. */
  readonly holds: boolean | undefined;
}

/** Gathers what a claim rests on. */
export function evidenceOf(
  claim: Term,
  dataset: Dataset,
  examinations: readonly Examination[],
): ClaimEvidence {
  const { meent } = vocabulary;
  const objects = (predicate: (typeof meent)[keyof typeof meent]) =>
    [...dataset.union().match(claim, predicate)].map(({ object }) => object);
  return {
    node: claim,
    speakers: objects(meent.assertedBy),
    modes: objects(meent.attributionMode),
    passages: examinations.flatMap((examination) =>
      examination.recorded.claims
        .filter(({ node }) => node.equals(claim))
        .flatMap(({ anchors }) => anchors)
        .sort((a, b) => a.start - b.start || a.end - b.end)
        .map((anchor) => ({
          anchor,
          examination,
          holds: examination.checked && holds(anchor, examination.checked.source),
        })),
    ),
  };
}

export interface ClaimTextContext extends EvidenceContext {
  /** Whether to set the passage in bold too: on a terminal that is to have colour. */
  readonly bold: boolean;
}

/** A claim with its passages and what stands around them, for people who have the text. */
export function claimAsText(claim: ClaimEvidence, context: ClaimTextContext): string {
  const { language, names } = context;
  const list = (nodes: readonly Term[]) => nodes.map((node) => nameOf(node, context)).join(', ');
  const said = Object.entries(names(claim.node) ?? {}).map(([tag, label]) => [tag, visible(label)]);
  const facts = [
    ...said,
    [tell(language, 'who'), list(claim.speakers)],
    [tell(language, 'mode'), list(claim.modes)],
  ];
  const width = Math.max(...facts.map(([name]) => name!.length));
  const passages =
    claim.passages.length === 0
      ? [tell(language, 'noPassage')]
      : claim.passages.map((passage) => passageAsText(passage, context));
  return `${keyOf(claim.node)}  <${visible(claim.node.value)}>
${facts.map(([name, fact]) => `${name!.padEnd(width)}  ${fact}\n`).join('')}
${passages.join('\n\n')}
`;
}

function passageAsText({ anchor, examination, holds }: ClaimPassage, context: ClaimTextContext): string {
  const { language } = context;
  const { recorded, checked } = examination;
  const place = `${recorded.slug} ${placeOf(anchor)}`;
  if (!checked)
    return `${place}  ${tell(language, 'passageNotChecked', { file: context.file(recorded.slug) })}`;
  const { source, drift } = checked;
  if (!holds) {
    const move = drift!.moves.find((each) => each.anchor === anchor)!;
    const places = placesAsText(move, drift!, source, language);
    return `${place}  ${tell(language, 'passageChanged', { places })}`;
  }
  const lines = numbered(passageIn(source, anchor), context.bold);
  return `${place}, ${tell(language, 'line')} ${linesAsText(source, anchor)}\n${lines.join('\n')}`;
}

/** The lines of a passage and its surroundings with their numbers, the passage between » and «. */
function numbered({ before, words, after, line }: Passage, bold: boolean): string[] {
  const style = (text: string) => (bold && text ? `\u001b[1m${text}\u001b[22m` : text);
  const split = (text: string) => text.split(/\r?\n/).map(visible);
  const lines = split(before);
  const append = (text: string, format: (line: string) => string) => {
    const [first, ...more] = split(text).map(format);
    lines.push(lines.pop()! + first!, ...more);
  };
  append(`»${words}«`, style);
  append(after, (text) => text);
  const width = String(line + lines.length - 1).length;
  return lines.map((text, index) => `${String(line + index).padStart(width)} │ ${text}`.trimEnd());
}

/** A claim as `evidence.schema.json` describes it: places, no words of the text. */
export const claimAsJson = (claim: ClaimEvidence, { names }: Pick<EvidenceContext, 'names'>): string =>
  asJson({
    claim: namedAsJson(claim.node, names),
    assertedBy: claim.speakers.map((node) => namedAsJson(node, names)),
    attributionMode: claim.modes.map((node) => namedAsJson(node, names)),
    passages: claim.passages.map(({ anchor, examination, holds }) => ({
      slug: examination.recorded.slug,
      anchor: anchor.node.value,
      ...(holds === true
        ? placeAsJson(anchor, examination.checked!.source)
        : { start: anchor.start, end: anchor.end }),
      status: holds === undefined ? 'not-checked' : holds ? 'holds' : 'changed',
    })),
  });
