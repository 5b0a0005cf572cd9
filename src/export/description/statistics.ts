import type { Quad, Term } from '@rdfjs/types';
import { KeyTable } from '../../graph/key-table.ts';
import { termKey, vocabulary } from '../../graph/terms.ts';
import { name } from './terms.ts';

/** The numbers of a graph, as VoID counts them. */
export interface Statistics {
  readonly triples: number;
  /** Subjects that have an IRI in the space of the data set. */
  readonly entities: number;
  readonly distinctSubjects: number;
  readonly distinctObjects: number;
  /** How many things there are of each class. */
  readonly classes: ReadonlyMap<string, number>;
  /** How many triples there are with each property. */
  readonly properties: ReadonlyMap<string, number>;
  /** Namespaces of the classes and properties. */
  readonly vocabularies: readonly string[];
  readonly linksets: readonly Linkset[];
  /** The first entity of each class that the graph itself declares, for who wants to see some. */
  readonly examples: readonly string[];
}

/** The triples with one property that lead to one other site, or from there. */
export interface Linkset {
  readonly predicate: string;
  /** Scheme and host that the things stand at which are linked to. */
  readonly target: string;
  /** Whether it is the things elsewhere that the triples are about. */
  readonly isInward: boolean;
  readonly triples: number;
}

const declaring = name('owl:Class');

/** Says of a term elsewhere which thing here it is about. */
const focus = name('foaf:focus');

/** The properties that say which thing of another data set this one is, or is like. */
const linking: ReadonlySet<string> = new Set(
  [
    'foaf:focus',
    'owl:sameAs',
    'rdfs:seeAlso',
    'schema:sameAs',
    'skos:exactMatch',
    'skos:closeMatch',
    'skos:broadMatch',
    'skos:narrowMatch',
    'skos:relatedMatch',
  ].map((each) => name(each).value),
);

/**
 * Counts the triples of a graph, each of which comes once.
 * @param space what the IRIs of the data set's own things start with.
 */
export function countStatistics(triples: Iterable<Quad>, space: string): Statistics {
  const subjects = new Set<string>();
  const objects = new DistinctTerms();
  const members = new Map<string, { readonly count: number; readonly first: string | undefined }>();
  const properties = new Map<string, number>();
  const links = new Map<string, Linkset>();
  const declared: string[] = [];
  const count = { triples: 0 };
  for (const { subject, predicate, object } of triples) {
    count.triples++;
    subjects.add(termKey(subject));
    objects.add(object);
    properties.set(predicate.value, (properties.get(predicate.value) ?? 0) + 1);
    if (predicate.equals(vocabulary.rdf.type) && object.termType === 'NamedNode') {
      const known = members.get(object.value);
      const isFirst = subject.value.startsWith(space) && !(known?.first && known.first <= subject.value);
      members.set(object.value, {
        count: (known?.count ?? 0) + 1,
        first: isFirst ? subject.value : known?.first,
      });
      if (object.equals(declaring)) declared.push(subject.value);
    }
    const isInward = predicate.equals(focus);
    const target = linking.has(predicate.value)
      ? elsewhere(isInward ? object : subject, isInward ? subject : object, space)
      : undefined;
    if (target !== undefined) {
      const key = `${predicate.value} ${target}`;
      const found = links.get(key)?.triples ?? 0;
      links.set(key, { predicate: predicate.value, target, isInward, triples: found + 1 });
    }
  }
  const entities = [...subjects].filter((key) => key.startsWith(space));
  const classes = new Map([...members].map(([each, { count: number }]) => [each, number]));
  const examples = declared.flatMap((each) => members.get(each)?.first ?? []);
  return {
    triples: count.triples,
    entities: entities.length,
    distinctSubjects: subjects.size,
    distinctObjects: objects.size,
    classes: sorted(classes),
    properties: sorted(properties),
    vocabularies: [...new Set([...classes.keys(), ...properties.keys()].map(namespaceOf))].sort(),
    linksets: [...sorted(links).values()],
    examples: [...new Set(examples)].sort(),
  };
}

/** Counts terms, each once. Their keys are not kept: those of literals may be long. */
class DistinctTerms {
  readonly #numbers = new KeyTable();
  readonly #terms: Term[] = [];
  /** Keys that the table takes for another. */
  readonly #mistaken = new Set<string>();

  get size(): number {
    return this.#terms.length + this.#mistaken.size;
  }

  add(term: Term): void {
    const key = termKey(term);
    const number = this.#numbers.get(key);
    if (number === undefined) this.#numbers.set(key, this.#terms.push(term) - 1);
    else if (!this.#terms[number]!.equals(term)) this.#mistaken.add(key);
  }
}

/** Scheme and host of the other side of a link that leaves the data set. */
function elsewhere(own: Term, other: Term, space: string): string | undefined {
  if (own.termType !== 'NamedNode' || other.termType !== 'NamedNode') return undefined;
  // A term of the ontology that refers to another vocabulary is no link of the data.
  if (!own.value.startsWith(space) || own.value.startsWith(`${space}ns#`)) return undefined;
  if (other.value.startsWith(space)) return undefined;
  return /^https?:\/\/[^/?#]+/.exec(other.value)?.[0];
}

/** All of an IRI but its last part. */
const namespaceOf = (each: string): string => /^[^]*[#/]/.exec(each)?.[0] ?? each;

const sorted = <Value>(map: ReadonlyMap<string, Value>): Map<string, Value> =>
  new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
