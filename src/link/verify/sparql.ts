import type { Quad } from '@rdfjs/types';
import { exit, Failure } from '../../failure.ts';
import type { Question } from '../../fetch/fetch-whole.ts';
import { blankNode, iri, literal, quad } from '../../graph/terms.ts';
import { forbiddenInIri, isLanguageTag } from '../../graph/well-formed.ts';
import type { JsonTerm } from '../../query/results.ts';
import { readers, readResults } from '../../query/remote.ts';

/**
 * Asks an endpoint for some properties of many IRIs in one query; nothing of ours is in it but these IRIs.
 * @throws Failure 4 where an IRI could say other things in a query.
 */
export function sparqlFor(
  iris: readonly string[],
  properties: readonly string[],
  languages: readonly string[],
  address: string,
): Question {
  const terms = (each: readonly string[]) => [...new Set(each)].map(termOf).join(' ');
  const tags = languages.filter(isLanguageTag).map((tag) => `"${tag}"`);
  const query = `SELECT ?s ?p ?o WHERE {
  VALUES ?s { ${terms(iris)} }
  VALUES ?p { ${terms(properties)} }
  ?s ?p ?o .
  FILTER(!isLiteral(?o) || LANG(?o) IN (${[...tags, '""'].join(', ')}))
}`;
  return { address, accept: Object.keys(readers), form: { query } };
}

function termOf(name: string): string {
  if (!forbiddenInIri.test(name)) return `<${name}>`;
  throw new Failure(exit.unsupported, `Cannot ask for ${JSON.stringify(name)}: it is no IRI`);
}

/**
 * The triples in an answer.
 * @throws Failure 5 where it is none, or not all of it.
 */
export function readSparql(mediaType: string, text: string, address: string): Quad[] {
  const results = readResults(mediaType, text, address);
  if (!('results' in results))
    throw new Failure(exit.remote, `${address} answered yes or no where solutions were asked for`);
  return results.results.bindings.flatMap(({ s, p, o }) =>
    s?.type === 'uri' && p?.type === 'uri' && o ? [quad(iri(s.value), iri(p.value), term(o))] : [],
  );
}

function term({ type, value, datatype, 'xml:lang': language }: JsonTerm): Quad['object'] {
  if (type === 'uri') return iri(value);
  if (type === 'bnode') return blankNode(`remote_${value.replace(/\W/g, '_')}`);
  return literal(value, language ?? (datatype === undefined ? undefined : iri(datatype)));
}
