import type { Quad } from '@rdfjs/types';
import { iri, literal, quad, termKey, vocabulary } from '../graph/terms.ts';
import { answerTo, type Asking, type Kept } from './answers.ts';
import { readSparql, sparqlFor } from './verify/sparql.ts';

export interface EnrichOptions {
  /** Properties to fetch the values of, IRIs. */
  readonly properties: readonly string[];
  readonly languages: readonly string[];
  /** What stands for the fetching itself, with where and when it was done. */
  readonly retrieval: string;
  /** Is told how many things are done, of how many. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

/** As many IRIs are asked for at once. */
const batch = 50;
const labels = [vocabulary.rdfs.label.value, 'http://www.w3.org/2004/02/skos/core#prefLabel'];
const dcterms = 'http://purl.org/dc/terms/';

/**
 * Facts that an endpoint has about things elsewhere, with their labels and those of what the facts lead to, and with source and
 * date. Of an answer only what was asked for is taken: an endpoint says nothing about our things.
 * @throws Failure 5 where something was not answered; what was is kept.
 */
export async function enrich(
  iris: readonly string[],
  endpoint: string,
  asking: Asking,
  { properties, languages, retrieval, onProgress }: EnrichOptions,
): Promise<Quad[]> {
  const dates = new Set<string>();
  const ask = async (about: readonly string[], what: readonly string[]): Promise<Quad[]> => {
    const found: Quad[] = [];
    for (let at = 0; at < about.length; at += batch) {
      const some = about.slice(at, at + batch);
      const kept: Kept = await answerTo(
        sparqlFor(some, what, languages, endpoint),
        asking,
        (text, mediaType) => void readSparql(mediaType, text, endpoint),
      );
      dates.add(kept.time.slice(0, 10));
      found.push(
        ...readSparql(kept.mediaType, kept.text, endpoint).filter(
          ({ subject, predicate, object }) =>
            some.includes(subject.value) && what.includes(predicate.value) && object.termType !== 'BlankNode',
        ),
      );
      onProgress?.(Math.min(at + batch, about.length), about.length);
    }
    return found;
  };
  const facts = await ask(iris, [...labels, ...properties]);
  const known = new Set(iris);
  const ledTo = facts.flatMap(({ predicate, object }) =>
    object.termType === 'NamedNode' && !labels.includes(predicate.value) && !known.has(object.value)
      ? [object.value]
      : [],
  );
  const named = await ask([...new Set(ledTo)].sort(), labels);
  if (facts.length === 0) return [];
  const said = new Set(facts.map(({ subject }) => subject.value));
  const [source, created] = [iri(`${dcterms}source`), iri(`${dcterms}created`)];
  // The day on which all of it had come.
  const day = literal([...dates].sort().at(-1)!, iri('http://www.w3.org/2001/XMLSchema#date'));
  const all = [
    ...facts,
    ...named,
    ...[...said].map((each) => quad(iri(each), source, iri(retrieval))),
    quad(iri(retrieval), source, iri(endpoint)),
    quad(iri(retrieval), created, day),
  ];
  return [...new Map(all.map((each) => [termKey(each), each])).values()];
}
