import { nearest } from '../../graph/nearest.ts';
import type { KnownTerms } from './known-terms.ts';
import type { Offence } from './rules.ts';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Whether an IRI stands in the namespace of a vocabulary that has no such term. */
export function checkTerm(iri: string, known: KnownTerms): Offence[] {
  for (const [namespace, names] of known) {
    if (!iri.startsWith(namespace)) continue;
    const name = iri.slice(namespace.length);
    // What has a slash, a query or no name is an address below the vocabulary's, not a term of it.
    if (names.has(name) || !/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name)) return [];
    if (namespace === rdf && /^_[1-9]\d*$/.test(name)) return [];
    const meant = nearest(name, names);
    const hint = meant && {
      nl: `Bedoel je <${namespace}${meant}>?`,
      en: `Did you mean <${namespace}${meant}>?`,
    };
    return [{ rule: 'unknown-term', detail: `<${namespace}>`, ...(hint && { hint }) }];
  }
  return [];
}
