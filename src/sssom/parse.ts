import type { NamedNode } from '@rdfjs/types';
import type { Parsed, Want } from '../graph/parsed.ts';
import { type Position, Positions } from '../graph/positions.ts';
import { defaultGraph, passingIri, quad } from '../graph/terms.ts';
import { expandCurie } from './curies.ts';
import { checkMappings } from './faults.ts';
import { acceptedLinks } from './links.ts';
import { noTermFound, valuesOf } from './mapping.ts';
import { type MappingFile, readMappings } from './sssom.ts';
import { isManual } from './standing.ts';

/** What the names of mapping sets end with. */
export const mappingEnding = /\.sssom\.tsv(?:\.gz)?$/;

/**
 * Reads a mapping set as a document of RDF: its triples are the links that have been accepted, and no others.
 * What is wrong with its rows is told as losses; what its rows are about, as wants.
 * @param graph the graph that the links belong to.
 * @param deniedElsewhere keys of links that other sets deny.
 * @throws Failure 3 with file, line and column where it is no SSSOM/TSV.
 */
export function parseMappings(
  text: string,
  { path, graph }: { readonly path: string; readonly graph?: NamedNode | undefined },
  deniedElsewhere?: ReadonlySet<string>,
): Parsed {
  const set = readMappings(text, path);
  const positions = new Positions();
  const start = { line: 1, column: 1 };
  const quads = acceptedLinks(set, deniedElsewhere).map(({ subject, predicate, object, row }) => {
    const { places } = set.rows[row]!;
    const [s, p, o] = ['subject_id', 'predicate_id', 'object_id'].map(
      (slot) => places[set.columns.indexOf(slot)] ?? start,
    ) as [Position, Position, Position];
    positions.push(s, p, o);
    return quad(passingIri(subject), passingIri(predicate), passingIri(object), graph ?? defaultGraph());
  });
  const { curieMap } = set.metadata;
  return {
    quads,
    prefixes: curieMap,
    declarations: [...curieMap].map(([prefix, namespace]) => ({
      prefix,
      namespace,
      ...set.positionOf(['curie_map', prefix]),
    })),
    losses: checkMappings(set, deniedElsewhere),
    wants: set.rows.flatMap((_, row) => wantsOf(set, row)),
    positions,
    precision: 'token',
  };
}

/** Of the two sides of a mapping the data describes one; of people it says nowhere that they are software. */
function wantsOf(set: MappingFile, row: number): Want[] {
  const { mapping, places } = set.rows[row]!;
  const expand = (curie: string) => expandCurie(curie, set.metadata.curieMap) ?? [];
  const at = (slot: string) => places[set.columns.indexOf(slot)] ?? places[0]!;
  const sides = [mapping.subject_id, mapping.object_id].flatMap((curie) =>
    curie === undefined || curie === noTermFound ? [] : expand(curie),
  );
  const isLiteral = mapping.subject_type === 'rdfs literal';
  const people = ['reviewer_id', ...(isManual(mapping) ? ['author_id'] : [])];
  return [
    ...(sides.length === 0 || isLiteral
      ? []
      : [
          {
            as: 'thing' as const,
            iris: sides,
            ...at(mapping.subject_id === noTermFound ? 'object_id' : 'subject_id'),
          },
        ]),
    ...people.flatMap((slot) =>
      valuesOf(mapping[slot])
        .flatMap(expand)
        .map((person) => ({ as: 'person' as const, iris: [person], ...at(slot) })),
    ),
  ];
}
