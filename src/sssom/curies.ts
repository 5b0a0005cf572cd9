/** The prefixes that every set has (spec-intro, IRI prefixes). */
export const builtInPrefixes: ReadonlyMap<string, string> = new Map([
  ['linkml', 'https://w3id.org/linkml/'],
  ['owl', 'http://www.w3.org/2002/07/owl#'],
  ['rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
  ['rdfs', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['semapv', 'https://w3id.org/semapv/vocab/'],
  ['skos', 'http://www.w3.org/2004/02/skos/core#'],
  ['sssom', 'https://w3id.org/sssom/'],
  ['xsd', 'http://www.w3.org/2001/XMLSchema#'],
]);

/** The IRI that a CURIE stands for; undefined where it is no CURIE, or nobody has declared its prefix. */
export function expandCurie(curie: string, curieMap: ReadonlyMap<string, string>): string | undefined {
  const colon = curie.indexOf(':');
  const prefix = curie.slice(0, colon);
  const namespace = colon < 0 ? undefined : (builtInPrefixes.get(prefix) ?? curieMap.get(prefix));
  return namespace === undefined ? undefined : namespace + curie.slice(colon + 1);
}

/**
 * The CURIE of an IRI, by the longest namespace that it begins with; undefined where there is none, so that no prefix
 * is made up.
 */
export function contractIri(iri: string, curieMap: ReadonlyMap<string, string>): string | undefined {
  const [best] = [...builtInPrefixes, ...curieMap]
    .filter(([, namespace]) => iri.startsWith(namespace))
    .sort(([a, long], [b, short]) => short.length - long.length || (a < b ? -1 : 1));
  return best && `${best[0]}:${iri.slice(best[1].length)}`;
}
