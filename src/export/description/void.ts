import type { NamedNode, Quad } from '@rdfjs/types';
import { iri, literal } from '../../graph/terms.ts';
import type { Facts } from './facts.ts';
import type { DescribedFile } from './file.ts';
import type { Linkset, Statistics } from './statistics.ts';
import { about, name } from './terms.ts';

/** A data set in the words of VoID: its numbers, by class and by property, its vocabularies and its links. */
export function describeAsVoid(
  facts: Facts,
  statistics: Statistics,
  files: readonly DescribedFile[],
  space: string,
  nameOf: (iri: string) => string,
): Quad[] {
  const { id } = facts;
  const part = (kind: string, of: string) => iri(`${id.value}#${kind}-${nameOf(of)}`);
  const classes = [...statistics.classes].map(([of, entities]) => {
    const partition = part('class', of);
    return {
      partition,
      quads: about(partition, { 'void:class': iri(of), 'void:entities': integer(entities) }),
    };
  });
  const properties = [...statistics.properties].map(([of, triples]) => {
    const partition = part('property', of);
    return {
      partition,
      quads: about(partition, { 'void:property': iri(of), 'void:triples': integer(triples) }),
    };
  });
  const linksets = statistics.linksets.map((linkset) => ({
    linkset: part('links', `${nameOf(linkset.predicate)}-${nameOf(linkset.target)}`),
    ...linkset,
  }));
  return [
    ...about(id, {
      a: name('void:Dataset'),
      'dcterms:title': facts.titles,
      'dcterms:description': facts.descriptions,
      'dcterms:license': facts.licence,
      'dcterms:publisher': facts.publisher.id,
      'dcterms:creator': facts.creators.map((creator) => creator.id),
      ...dates(facts),
      'foaf:homepage': facts.site,
      'void:triples': integer(statistics.triples),
      'void:entities': integer(statistics.entities),
      'void:classes': integer(statistics.classes.size),
      'void:properties': integer(statistics.properties.size),
      'void:distinctSubjects': integer(statistics.distinctSubjects),
      'void:distinctObjects': integer(statistics.distinctObjects),
      'void:uriSpace': literal(space),
      'void:exampleResource': statistics.examples.map(iri),
      'void:vocabulary': statistics.vocabularies.map(iri),
      'void:dataDump': files
        .filter(({ isWhole }) => isWhole)
        .map((file) => iri(facts.downloads + encodeURIComponent(file.name))),
      'void:classPartition': classes.map(({ partition }) => partition),
      'void:propertyPartition': properties.map(({ partition }) => partition),
      'void:subset': linksets.map(({ linkset }) => linkset),
    }),
    ...[...classes, ...properties].flatMap(({ quads }) => quads),
    ...linksets.flatMap((each) => describeLinkset(id, each)),
  ];
}

/** The days that people give in `data/dataset.ttl`. */
function dates({ id, stated }: Facts): Record<string, Quad['object'][]> {
  return Object.fromEntries(
    ['dcterms:created', 'dcterms:issued', 'dcterms:modified'].map((property) => [
      property,
      stated
        .filter(({ subject, predicate }) => subject.equals(id) && predicate.equals(name(property)))
        .map(({ object }) => object),
    ]),
  );
}

/** A linkset has two targets: the data set, and what it links to, known by where its IRIs stand. */
function describeLinkset(
  id: NamedNode,
  { linkset, predicate, target, isInward, triples }: Linkset & { readonly linkset: NamedNode },
): Quad[] {
  const other = iri(`${id.value}#${encodeURIComponent(target)}`);
  return [
    ...about(linkset, {
      a: name('void:Linkset'),
      'void:linkPredicate': iri(predicate),
      'void:subjectsTarget': isInward ? other : id,
      'void:objectsTarget': isInward ? id : other,
      'void:triples': integer(triples),
    }),
    ...about(other, { a: name('void:Dataset'), 'void:uriSpace': literal(`${target}/`) }),
  ];
}

const integer = (number: number) => literal(String(number), name('xsd:integer'));
