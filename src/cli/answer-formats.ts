import type { Answer } from '../query/answer.ts';

const rowFormats = ['table', 'csv', 'tsv', 'json', 'jsonl'] as const;
const tripleFormats = ['turtle', 'trig', 'ntriples', 'nquads', 'jsonld'] as const;

/** The forms that an answer can be had in, each of some kinds of query. */
export const answerFormats = [...rowFormats, ...tripleFormats] as const;
export type AnswerFormat = (typeof answerFormats)[number];

/** The form that a file is in by the ending of its name. */
export const answerEndings: Readonly<Record<string, AnswerFormat>> = {
  '.txt': 'table',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.json': 'json',
  '.srj': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.ttl': 'turtle',
  '.trig': 'trig',
  '.nt': 'ntriples',
  '.nq': 'nquads',
  '.jsonld': 'jsonld',
};

/** The forms of an answer by the form of the query, the usual one first. */
export const formsOf: Readonly<Record<Answer['form'], readonly AnswerFormat[]>> = {
  SELECT: rowFormats,
  ASK: ['table', 'json'],
  CONSTRUCT: [...tripleFormats, 'table', 'csv', 'tsv', 'jsonl'],
};
