import type { NamedNode, Quad, Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { vocabulary } from '../graph/terms.ts';
import type { Range } from './source-text.ts';

const { rdf, schema, oa, doco, meent } = vocabulary;

/** A passage of a report's text as the graph records it. */
export interface Anchor extends Range {
  readonly node: Term;
  readonly digest: string;
  /** Whether a claim or an entity rests on it, not only the structure of the text. */
  readonly carries: boolean;
}

/** The text of a report as the graph records it, with all that points into it. */
export interface RecordedText {
  readonly node: Term;
  /** The report's slug, which is also the name of the file in `sources/`. */
  readonly slug: string;
  readonly sha256: string | undefined;
  readonly anchors: readonly Anchor[];
  readonly paragraphs: readonly (Range & { readonly node: Term })[];
}

/** Everything that a dataset says about texts and the passages in them. */
export function recordedTexts(dataset: Dataset): RecordedText[] {
  const value = (subject: Term, predicate: NamedNode) => first(dataset.match(subject, predicate))?.object;
  const whole = (subject: Term, predicate: NamedNode) =>
    Number(value(subject, predicate)?.value ?? Number.NaN);
  const structure = new Set(
    [doco.paragraph, meent.contribution].flatMap((type) =>
      [...dataset.match(null, rdf.type, type)].map((quad) => quad.subject.value),
    ),
  );
  const anchors = new Map<string, { text: Term; anchor: Anchor }>();
  for (const { subject: node } of dataset.match(null, rdf.type, meent.textAnchor)) {
    const text = value(node, oa.hasSource);
    const selector = value(node, oa.hasSelector);
    if (!text || !selector) continue;
    const carries = [...dataset.match(null, meent.anchoredIn, node)].some(
      (q) => !structure.has(q.subject.value),
    );
    const digest = value(node, meent.textDigest)?.value ?? '';
    const anchor = { node, start: whole(selector, oa.start), end: whole(selector, oa.end), digest, carries };
    anchors.set(node.value, { text, anchor });
  }
  const paragraphs = [...dataset.match(null, rdf.type, doco.paragraph)].flatMap(({ subject: node }) => {
    const place = anchors.get(value(node, meent.anchoredIn)?.value ?? '');
    return place ? [{ node, text: place.text, start: place.anchor.start, end: place.anchor.end }] : [];
  });
  const texts = new Map([...anchors.values()].map(({ text }) => [text.value, text]));
  return [...texts.values()].map((node) => ({
    node,
    slug: /\/id\/report\/([^/]+)\/text$/.exec(node.value)?.[1] ?? node.value,
    sha256: value(node, schema.sha256)?.value,
    anchors: [...anchors.values()].filter(({ text }) => text.equals(node)).map(({ anchor }) => anchor),
    paragraphs: paragraphs.filter(({ text }) => text.equals(node)).sort((a, b) => a.start - b.start),
  }));
}

const first = (quads: Iterable<Quad>): Quad | undefined => [...quads][0];
