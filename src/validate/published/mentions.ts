import type { Quad, Term } from '@rdfjs/types';
import type { LanguageMap } from '../../graph/language-map.ts';
import type { Place } from '../../graph/locator.ts';
import { iri, vocabulary } from '../../graph/terms.ts';
import { namesOf } from '../names.ts';
import type { Graph } from '../path.ts';

const { owl, rdf, sh } = vocabulary;
const isReplacedBy = iri('http://purl.org/dc/terms/isReplacedBy');

/** What some documents say of a published IRI, as far as it bears on whether it is still there. */
export interface Mention {
  readonly iri: string;
  /** Whether it is said what it is. */
  readonly isDefined: boolean;
  /** Where it is said that it is deprecated; undefined where that is not said. */
  readonly deprecated?: Place | undefined;
  /** What takes its place, and where that stands. */
  readonly replacements: readonly { readonly iri: Term; readonly place: Place | undefined }[];
  readonly label?: LanguageMap | undefined;
}

/** Where something is said, and what things are called. */
export interface Where {
  readonly graph: Graph;
  readonly locator: { places(part: 'subject' | 'object', ...triple: Term[]): Place[] };
}

/** What quads say of the IRIs on a list. */
export function mentionsIn(
  quads: Iterable<Quad>,
  listed: ReadonlySet<string>,
  { graph, locator }: Where,
): Mention[] {
  const found = new Map<string, { isDefined: boolean; deprecated?: Place; replacements: Quad[] }>();
  if (listed.size === 0) return [];
  for (const quad of quads) {
    const { subject, predicate, object } = quad;
    if (!listed.has(subject.value) || subject.termType !== 'NamedNode') continue;
    const known = found.get(subject.value) ?? { isDefined: false, replacements: [] };
    if (defines(quad)) known.isDefined = true;
    else if (predicate.equals(isReplacedBy)) known.replacements.push(quad);
    else if (deprecates(quad)) known.deprecated = locator.places('subject', subject, predicate, object)[0]!;
    else continue;
    found.set(subject.value, known);
  }
  return [...found].map(([value, { isDefined, deprecated, replacements }]) => ({
    iri: value,
    isDefined,
    deprecated,
    replacements: replacements.map(({ subject, predicate, object }) => ({
      iri: object,
      place: locator.places('object', subject, predicate, object)[0],
    })),
    label: namesOf(graph, iri(value)),
  }));
}

/** Whether a quad says what its subject is: an instance of a class, or a property shape, which needs no class to be one. */
export const defines = ({ predicate }: Quad): boolean =>
  predicate.equals(rdf.type) || predicate.equals(sh.path);

/** Whether a quad says that its subject is deprecated. */
export const deprecates = ({ predicate, object }: Quad): boolean =>
  predicate.equals(owl.deprecated) && (object.value === 'true' || object.value === '1');

/** What several lots of documents say, each IRI once; the place of the first file counts. */
export function addUpMentions(
  parts: readonly (readonly Mention[])[],
  rank: (place: Pick<Place, 'file'>) => number,
): Mention[] {
  const found = new Map<string, Mention>();
  const first = (a: Place | undefined, b: Place | undefined) =>
    a && b ? (rank(b) < rank(a) ? b : a) : (a ?? b);
  for (const mention of parts.flat()) {
    const known = found.get(mention.iri);
    const replacements = [...(known?.replacements ?? []), ...mention.replacements];
    found.set(mention.iri, {
      iri: mention.iri,
      isDefined: mention.isDefined || (known?.isDefined ?? false),
      deprecated: first(known?.deprecated, mention.deprecated),
      replacements: [...Map.groupBy(replacements, ({ iri: { value } }) => value).values()].map((same) => ({
        iri: same[0]!.iri,
        place: same.map(({ place }) => place).reduce(first),
      })),
      label: mention.label ? { ...known?.label, ...mention.label } : known?.label,
    });
  }
  return [...found.values()];
}
