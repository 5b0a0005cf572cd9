import type { NamedNode, Quad, Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { vocabulary } from '../graph/terms.ts';
import type { Range } from './source-text.ts';

const { rdf, schema, oa, doco, meent } = vocabulary;

/** What is asked of the data here; layers of datasets can tell too. */
type Graph = Pick<Dataset, 'match'>;

/** A passage of a report's text as the graph records it. */
export interface Anchor extends Range {
  readonly node: Term;
  readonly digest: string;
  /** Whether a claim or an entity rests on it, not only the structure of the text. */
  readonly carries: boolean;
}

/** A claim with the passages of one text that it rests on. */
export interface RecordedClaim {
  readonly node: Term;
  readonly anchors: readonly Anchor[];
}

/** The text of a report as the graph records it, with all that points into it. */
export interface RecordedText {
  readonly node: Term;
  /** The report's slug, which is also the name of the file in `sources/`. */
  readonly slug: string;
  readonly sha256: string | undefined;
  readonly anchors: readonly Anchor[];
  readonly paragraphs: readonly (Range & { readonly node: Term })[];
  /** The claims that rest on the text, and those of its report that rest on nothing. */
  readonly claims: readonly RecordedClaim[];
}

/** Everything that a dataset says about texts and the passages in them. */
export function recordedTexts(dataset: Graph): RecordedText[] {
  const value = (subject: Term, predicate: NamedNode) => first(dataset.match(subject, predicate))?.object;
  const whole = (subject: Term, predicate: NamedNode) =>
    Number(value(subject, predicate)?.value ?? Number.NaN);
  const structure = new Set(
    [doco.paragraph, meent.contribution].flatMap((type) =>
      instances(dataset, type).map((node) => node.value),
    ),
  );
  const anchors = new Map<string, { text: Term; anchor: Anchor }>();
  for (const node of instances(dataset, meent.textAnchor)) {
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
  const paragraphs = instances(dataset, doco.paragraph).flatMap((node) => {
    const place = anchors.get(value(node, meent.anchoredIn)?.value ?? '');
    return place ? [{ node, text: place.text, start: place.anchor.start, end: place.anchor.end }] : [];
  });
  const claims = instances(dataset, meent.claim).map((node) => ({
    node,
    places: [...dataset.match(node, meent.anchoredIn)].flatMap(
      ({ object }) => anchors.get(object.value) ?? [],
    ),
  }));
  // Texts are many where reports are: what belongs to one is not to be looked for among all.
  const textOf = ({ text }: { text: Term }) => text.value;
  const anchorsOf = Map.groupBy(anchors.values(), textOf);
  const paragraphsOf = Map.groupBy(paragraphs, textOf);
  const texts = textsOf(dataset, anchors.values());
  const known = new Set(texts.map(({ value: text }) => text));
  const claimsOf = new Map<string, (typeof claims)[number][]>();
  for (const claim of claims) {
    const own = textOfReport(claim.node);
    const bearing = new Set([...claim.places.map(textOf), ...(own && known.has(own) ? [own] : [])]);
    for (const text of bearing) {
      const others = claimsOf.get(text);
      if (others) others.push(claim);
      else claimsOf.set(text, [claim]);
    }
  }
  return texts.map((node) => ({
    node,
    slug: ofReport.exec(node.value)?.[1] ?? node.value,
    sha256: value(node, schema.sha256)?.value,
    anchors: (anchorsOf.get(node.value) ?? []).map(({ anchor }) => anchor),
    paragraphs: (paragraphsOf.get(node.value) ?? []).sort((a, b) => a.start - b.start),
    claims: (claimsOf.get(node.value) ?? []).map((claim) => ({
      node: claim.node,
      anchors: claim.places.filter(({ text }) => text.equals(node)).map(({ anchor }) => anchor),
    })),
  }));
}

const ofReport = /\/id\/report\/([^/]+)\/text$/;

/** The text of the report that a claim belongs to, by its name: all that belongs to a report begins alike. */
const textOfReport = ({ value }: Term): string | undefined => {
  const report = /^.*?\/id\/report\/[^/]+\//.exec(value)?.[0];
  return report === undefined ? undefined : `${report}text`;
};

/** The texts that anchors point into, and those that have none yet, in one order. */
function textsOf(dataset: Graph, anchors: Iterable<{ text: Term }>): Term[] {
  const described = instances(dataset, schema.mediaObject).filter(({ value }) => ofReport.test(value));
  const texts = new Map(
    [...described, ...Array.from(anchors, ({ text }) => text)].map((text) => [text.value, text]),
  );
  return [...texts.values()].sort((a, b) => (a.value < b.value ? -1 : 1));
}

const instances = (dataset: Graph, type: NamedNode): Term[] => [
  ...new Map(
    [...dataset.match(null, rdf.type, type)].map(({ subject }) => [subject.value, subject]),
  ).values(),
];

const first = (quads: Iterable<Quad>): Quad | undefined => [...quads][0];
