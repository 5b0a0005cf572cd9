import type { Term } from '@rdfjs/types';
import { exit, Failure } from '../../failure.ts';
import { Dataset } from '../../graph/dataset.ts';
import { parse } from '../../graph/parse.ts';
import { iri, vocabulary } from '../../graph/terms.ts';
import type { Entry } from './entry.ts';

const skos = 'http://www.w3.org/2004/02/skos/core#';
const schema = 'https://schema.org/';
const predicates = {
  preferred: [
    `${skos}prefLabel`,
    `${schema}name`,
    'http://schema.org/name',
    'http://xmlns.com/foaf/0.1/name',
    vocabulary.rdfs.label.value,
  ],
  other: [`${skos}altLabel`, `${schema}alternateName`, 'http://schema.org/alternateName'],
  description: [
    `${skos}scopeNote`,
    `${skos}definition`,
    `${schema}description`,
    vocabulary.rdfs.comment.value,
  ],
  same: [`${skos}exactMatch`, 'http://www.w3.org/2002/07/owl#sameAs', `${schema}sameAs`],
  page: [`${schema}url`, 'http://xmlns.com/foaf/0.1/homepage'],
};

/** The properties that say what a thing is called, what it is the same as, and where its pages are. */
export const labelPredicates: readonly string[] = Object.values(predicates).flat();

/** The things of a graph that have a label, as entries: concepts of SKOS, or anything that is named as schema.org, FOAF or RDFS do. */
export function entriesOfGraph(dataset: Dataset): Entry[] {
  const objects = (subject: Term, names: readonly string[]): Term[] =>
    names.flatMap((name) => [...dataset.match(subject, iri(name))].map(({ object }) => object));
  const texts = (subject: Term, names: readonly string[]) =>
    objects(subject, names).flatMap((term) =>
      term.termType === 'Literal' ? [{ text: term.value, language: term.language || undefined }] : [],
    );
  const subjects = new Set(
    [...predicates.preferred, ...predicates.other].flatMap((name) =>
      [...dataset.match(null, iri(name))].flatMap(({ subject }) =>
        subject.termType === 'NamedNode' ? [subject.value] : [],
      ),
    ),
  );
  return [...subjects].sort().map((subject) => {
    const term = iri(subject);
    const labels = texts(term, predicates.preferred).map((each) => ({ ...each, preferred: true }));
    const iris = (names: readonly string[]) =>
      objects(term, names).flatMap(({ termType, value }) => (termType === 'NamedNode' ? [value] : []));
    return {
      iri: subject,
      labels: [...labels, ...texts(term, predicates.other).map((each) => ({ ...each, preferred: false }))],
      types: iris([vocabulary.rdf.type.value]),
      descriptions: texts(term, predicates.description),
      same: iris(predicates.same),
      pages: iris(predicates.page),
    };
  });
}

/** The entries of a text in one of the syntaxes of RDF. */
export async function entriesOfRdf(text: string, path: string): Promise<Entry[]> {
  const entries = entriesOfGraph(new Dataset((await parse(text, { path, base: undefined })).quads));
  if (entries.length > 0) return entries;
  throw new Failure(exit.unreadable, 'Nothing in the file has a label', {
    file: path,
    hint: 'Labels are skos:prefLabel and skos:altLabel, schema:name, foaf:name and rdfs:label.',
  });
}
