import type { Operation } from './algebra.ts';
import type { Answer } from './answer.ts';

/** A query that gives so many rows at most; what it limits itself still holds. Triples are limited in their answer. */
export function limitRows(query: Operation, most: number): Operation {
  switch (query.type) {
    case 'slice':
      return { ...query, length: Math.min(query.length ?? most, most) };
    case 'from':
      return { ...query, input: limitRows(query.input, most) };
    case 'project':
    case 'distinct':
    case 'reduced':
      return { type: 'slice', input: query, start: 0, length: most };
    default:
      return query;
  }
}

/** The first rows or triples of an answer, and whether there were more. */
export function firstOf(answer: Answer, most: number): { answer: Answer; more: boolean } {
  switch (answer.form) {
    case 'SELECT':
      return { answer: { ...answer, rows: answer.rows.slice(0, most) }, more: answer.rows.length > most };
    case 'CONSTRUCT':
      return { answer: { ...answer, quads: answer.quads.slice(0, most) }, more: answer.quads.length > most };
    case 'ASK':
      return { answer, more: false };
  }
}
