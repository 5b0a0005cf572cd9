import type { Term } from '@rdfjs/types';
import * as terms from './terms.ts';

type Plain = { readonly [key: string]: unknown };

/** A value whose RDF terms have become plain objects, so that it can be sent to another thread. */
export function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  if ('termType' in value) return plainTerm(value as Term);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPlain(each)]));
}

/** The value again, with RDF terms for what `toPlain` made of them. */
export function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value !== 'object' || value === null) return value;
  if ('termType' in value) return termOf(value as Plain);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fromPlain(each)]));
}

function plainTerm(term: Term): Plain {
  const { termType, value } = term;
  switch (term.termType) {
    case 'Literal': {
      const { direction } = term as { direction?: string };
      return { termType, value, language: term.language, direction, datatype: term.datatype.value };
    }
    case 'Quad':
      return {
        termType,
        ...(toPlain({ s: term.subject, p: term.predicate, o: term.object, g: term.graph }) as object),
      };
    default:
      return { termType, value };
  }
}

function termOf(plain: Plain): Term {
  const value = plain['value'] as string;
  switch (plain['termType'] as Term['termType']) {
    case 'NamedNode':
      return terms.iri(value);
    case 'BlankNode':
      return terms.blankNode(value);
    case 'Variable':
      return terms.variable(value);
    case 'DefaultGraph':
      return terms.defaultGraph();
    case 'Literal': {
      const { language, direction, datatype } = plain as {
        language: string;
        direction?: string;
        datatype: string;
      };
      if (!language) return terms.literal(value, terms.iri(datatype));
      return terms.literal(value, (direction ? { language, direction } : language) as never);
    }
    case 'Quad': {
      const { termType: _, ...parts } = plain;
      const { s, p, o, g } = fromPlain(parts) as Record<string, never>;
      return terms.quad(s!, p!, o!, g!) as never;
    }
  }
}
