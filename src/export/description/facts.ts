import type { Literal, NamedNode, Quad, Term } from '@rdfjs/types';
import type { Dataset } from '../../graph/dataset.ts';
import type { Triples } from '../../graph/triples.ts';
import { iri, literal } from '../../graph/terms.ts';
import type { Config } from '../../project/config.ts';
import { authority, languageOf } from './authorities.ts';
import { ownStatements } from './own-statements.ts';
import { name } from './terms.ts';

/** Somebody who publishes or made the data set. */
export interface Agent {
  readonly id: NamedNode;
  readonly names: readonly Literal[];
  readonly isPerson: boolean;
}

/** All that is known of a data set but its numbers and files. */
export interface Facts {
  readonly id: NamedNode;
  /** What people say in `data/dataset.ttl`, of the data set and of other things. */
  readonly stated: readonly Quad[];
  readonly titles: readonly Literal[];
  readonly descriptions: readonly Literal[];
  readonly publisher: Agent;
  readonly creators: readonly Agent[];
  readonly contact: string;
  readonly licence: NamedNode;
  readonly themes: readonly NamedNode[];
  readonly accessRights: NamedNode;
  /** Tags of the languages that the project speaks and the data has texts in. */
  readonly languages: readonly string[];
  /** The same in the European table, as far as they are in it. */
  readonly languageCodes: readonly NamedNode[];
  /** The ontologies that the data comes with. */
  readonly ontologies: readonly NamedNode[];
  /** The first and the last day of the events that the data is about. */
  readonly period: readonly [first: Literal, last: Literal] | undefined;
  /** The page of the data set; undefined where nobody has said. */
  readonly site: NamedNode | undefined;
  /** What the addresses of the files start with. */
  readonly downloads: string;
}

/** What stands in for what nobody has said; `missingFrom` tells what that is. */
const placeholder = {
  iri: (what: string) => iri(`https://example.org/placeholder/${what}`),
  texts: [literal('PLAATSHOUDER: nog in te vullen', 'nl'), literal('PLACEHOLDER: to be filled in', 'en')],
  contact: 'placeholder@example.org',
};

/** Gathers from the settings of a project and its data what there is to say of the data set. */
export function gatherFacts(dataset: Dataset, config: Config): Facts {
  const { subject, quads } = ownStatements(dataset, config.base);
  const stated = (property: string): Term[] =>
    quads
      .filter((quad) => quad.subject.equals(subject) && quad.predicate.equals(name(property)))
      .map(({ object }) => object);
  const texts = (property: string) => orElse(stated(property).filter(isLiteral), placeholder.texts);
  const things = (property: string, otherwise: NamedNode) =>
    orElse(stated(property).filter(isNamed), [otherwise]);
  // In whatever graph; queries have asked it the same way, so it has the lists for that.
  const graph = dataset.union();
  const languages = languagesOf(graph, config);
  const site = config.site === undefined ? undefined : withSlash(config.site);
  return {
    id: subject,
    stated: quads,
    titles: texts('dcterms:title'),
    descriptions: texts('dcterms:description'),
    publisher: publisherOf(graph, config),
    creators: things('dcterms:creator', placeholder.iri('creator')).map((id) => agentOf(graph, id)),
    contact: config.contact ?? placeholder.contact,
    licence: config.licence === undefined ? placeholder.iri('licence') : iri(config.licence),
    themes: things('dcat:theme', authority('data-theme', 'OP_DATPRO')),
    accessRights: things('dcterms:accessRights', authority('access-right', 'PUBLIC'))[0]!,
    languages,
    languageCodes: languages.flatMap((tag) => languageOf(tag) ?? []),
    ontologies: [...graph.match(null, name('rdf:type'), name('owl:Ontology'))]
      .map(({ subject: ontology }) => ontology)
      .filter(isNamed),
    period: periodOf(graph),
    site: site === undefined ? undefined : iri(site),
    downloads: config.downloads ?? `${site ?? placeholder.iri('site/').value}exports/`,
  };
}

const isLiteral = (term: Term): term is Literal => term.termType === 'Literal';
const isNamed = (term: Term): term is NamedNode => term.termType === 'NamedNode';
const orElse = <Item>(items: readonly Item[], otherwise: readonly Item[]): readonly Item[] =>
  items.length > 0 ? items : otherwise;
const withSlash = (address: string): string => (address.endsWith('/') ? address : `${address}/`);

function publisherOf(graph: Triples, { publisher, languages }: Config): Agent {
  if (!publisher) return agentOf(graph, placeholder.iri('publisher'));
  const { isPerson } = agentOf(graph, iri(publisher.id));
  return { id: iri(publisher.id), names: [literal(publisher.name, languages[0])], isPerson };
}

/** An agent with the names and the class that the data gives it. */
function agentOf(graph: Triples, id: NamedNode): Agent {
  const named = ['foaf:name', 'rdfs:label', 'skos:prefLabel', 'schema:name']
    .map((property) => [...graph.match(id, name(property))].map(({ object }) => object).filter(isLiteral))
    .find((names) => names.length > 0);
  return {
    id,
    names: named ?? placeholder.texts,
    isPerson: ['foaf:Person', 'schema:Person'].some(
      (person) => graph.match(id, name('rdf:type'), name(person)).size > 0,
    ),
  };
}

function languagesOf(graph: Triples, { languages }: Config): string[] {
  const used = new Set<string>();
  for (const { object } of graph) if (object.termType === 'Literal') used.add(object.language);
  return languages.filter((tag) => used.has(tag.toLowerCase()) || used.has(tag));
}

function periodOf(graph: Triples): Facts['period'] {
  const days = [...graph.match(null, name('rdf:type'), name('schema:Event'))]
    .flatMap(({ subject }) =>
      ['schema:startDate', 'schema:endDate'].flatMap((property) => [...graph.match(subject, name(property))]),
    )
    .map(({ object }) => object)
    .filter(isLiteral)
    .filter(({ datatype }) => datatype.equals(name('xsd:date')))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
  return days.length === 0 ? undefined : [days[0]!, days.at(-1)!];
}
