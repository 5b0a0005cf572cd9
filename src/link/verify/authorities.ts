import type { Quad } from '@rdfjs/types';
import { exit, Failure } from '../../failure.ts';
import { Moved, type Question, Unwilling } from '../../fetch/fetch-whole.ts';
import { notNow } from '../../fetch/politely.ts';
import { askForDocument } from '../../fetch/see-other.ts';
import { Dataset } from '../../graph/dataset.ts';
import { parse } from '../../graph/parse.ts';
import { iri, vocabulary } from '../../graph/terms.ts';
import { type Asking, type Kept, notKept } from '../answers.ts';
import { entriesOfGraph, labelPredicates } from '../authority/graph.ts';
import type { Authority, Outcome, ReadOptions } from './authority.ts';
import { readByExtension } from './extension.ts';
import type { ReadBack } from './judge.ts';
import { readSparql, sparqlFor } from './sparql.ts';

/** As many IRIs are asked for at once of an endpoint. */
const batch = 50;
const owl = 'http://www.w3.org/2002/07/owl#';
const replacing = ['http://purl.org/dc/terms/isReplacedBy'];
/** Says of a thing of Wikidata what it is. */
const instanceOf = 'http://www.wikidata.org/prop/direct/P31';

/** Reads IRIs back from an authority, one after the other or many at once; what is answered is kept before the next is asked. */
export async function* readBack(
  iris: readonly string[],
  authority: Authority,
  asking: Asking,
  options: ReadOptions,
): AsyncGenerator<Outcome> {
  if (authority.kind === 'extend') return yield* readByExtension(iris, authority, asking, options);
  const size = authority.kind === 'sparql' ? batch : 1;
  let refusal: Failure | undefined;
  for (let at = 0; at < iris.length; at += size) {
    const some = iris.slice(at, at + size);
    const question = questionFor(some, authority, options);
    try {
      if (refusal) throw refusal;
      const known = asking.refresh ? undefined : await asking.answers.find(question);
      const kept = known ?? (await ask(question, asking, authority.kind));
      const quads = kept.instead ? [] : await quadsIn(kept, authority.kind);
      for (const each of some)
        yield { iri: each, asked: known === undefined, read: readingOf(each, quads, kept, options) };
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== exit.remote) throw error;
      // Who wants to be left alone is left alone.
      if (error instanceof Unwilling && notNow.has(error.status)) refusal = error;
      for (const each of some) yield { iri: each, asked: true, failure: error };
    }
  }
}

function questionFor(
  iris: readonly string[],
  { kind, address, namespace }: Authority,
  { languages, facts }: ReadOptions,
): Question {
  const [first] = iris as [string];
  if (kind === 'sparql')
    return sparqlFor(
      iris,
      [...labelPredicates, ...facts, ...replacing, instanceOf, `${owl}deprecated`, vocabulary.rdf.type.value],
      languages,
      address,
    );
  return {
    address: address
      .replaceAll('{id}', encodeURIComponent(first.slice(namespace.length).replace(/\/$/, '')))
      .replaceAll('{iri}', encodeURIComponent(first)),
    accept: ['application/ld+json', 'application/json', 'text/turtle'],
  };
}

/** Statuses that say of an address that nothing is there any more, or that it is elsewhere for good (RFC 9110 §15). */
const gone: ReadonlySet<number> = new Set([404, 410]);
const forGood: ReadonlySet<number> = new Set([301, 308]);

async function ask(question: Question, { answers, manners }: Asking, kind: Authority['kind']): Promise<Kept> {
  if (!manners) throw notKept(question.address);
  try {
    const reply = await askForDocument(question, manners);
    // Looked at before it is kept: what is no answer is asked for again the next time.
    await quadsIn({ address: question.address, ...reply }, kind);
    return await answers.keep(question, reply);
  } catch (error) {
    const isTold =
      kind === 'json-ld' &&
      ((error instanceof Unwilling && gone.has(error.status)) ||
        (error instanceof Moved && forGood.has(error.status)));
    if (!isTold) throw error;
    const { status } = error as Moved | Unwilling;
    const location = error instanceof Moved ? error.location : undefined;
    return answers.keep(question, { mediaType: 'text/plain', text: '' }, { status, location });
  }
}

type Answered = Pick<Kept, 'address' | 'mediaType' | 'text' | 'document'>;

/** @throws Failure 5 where an answer is not what was asked for. */
async function quadsIn(
  { address, mediaType, text, document = address }: Answered,
  kind: Authority['kind'],
): Promise<readonly Quad[]> {
  if (kind === 'sparql') return readSparql(mediaType, text, address);
  try {
    const path = mediaType === 'text/turtle' ? 'answer.ttl' : 'answer.jsonld';
    return (await parse(text, { path, base: document })).quads;
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    throw new Failure(exit.remote, `${address} sent what cannot be read: ${cause.message}`, {
      hint: 'Is it data, whole, with no context that stands elsewhere?',
      cause,
    });
  }
}

function readingOf(
  name: string,
  quads: readonly Quad[],
  { time, instead }: Kept,
  { facts }: ReadOptions,
): ReadBack {
  const own = quads.filter(({ subject }) => subject.value === name);
  const valuesOf = (properties: readonly string[]) =>
    own.flatMap(({ predicate, object }) => (properties.includes(predicate.value) ? [object.value] : []));
  const dataset = new Dataset(own);
  const [entry] = entriesOfGraph(dataset);
  const same = valuesOf([`${owl}sameAs`]);
  const types = valuesOf([vocabulary.rdf.type.value, instanceOf]);
  return {
    time,
    entry:
      own.length === 0
        ? undefined
        : { labels: [], descriptions: [], pages: [], ...entry, iri: name, types, same: entry?.same ?? same },
    facts: valuesOf(facts),
    replacedBy: [...valuesOf(replacing), ...(instead?.location === undefined ? [] : [instead.location])],
    isDeprecated: own.some(
      ({ predicate, object }) =>
        predicate.equals(iri(`${owl}deprecated`)) && /^(?:true|1)$/.test(object.value),
    ),
  };
}
