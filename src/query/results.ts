import { forbiddenInIri, isLanguageTag } from '../graph/well-formed.ts';

/** An answer to SELECT or ASK, as SPARQL 1.1 Query Results JSON has it. */
export type Results =
  | {
      readonly head: { readonly vars: readonly string[] };
      readonly results: { bindings: readonly Solution[] };
    }
  | { readonly head: object; readonly boolean: boolean };

export type Solution = Readonly<Record<string, JsonTerm>>;

export interface JsonTerm {
  readonly type: 'uri' | 'literal' | 'typed-literal' | 'bnode';
  readonly value: string;
  readonly 'xml:lang'?: string;
  readonly datatype?: string;
}

/**
 * Reads an answer to SELECT or ASK (SPARQL 1.1 Query Results JSON Format), of which nothing may be missing.
 * @throws Error that says what is wrong.
 */
export function readResultsJson(text: string): Results {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('it is not JSON from beginning to end');
  }
  assertResults(value);
  return value;
}

/** @throws Error that says what is wrong with a value that is to be an answer. */
export function assertResults(value: unknown): asserts value is Results {
  if (!isRecord(value) || !isRecord(value['head'])) throw new Error('it has no head');
  if (typeof value['boolean'] === 'boolean') return;
  const { vars } = value['head'];
  if (!Array.isArray(vars) || !vars.every((name) => typeof name === 'string'))
    throw new Error('it has neither a list of variables nor a boolean');
  const bindings = isRecord(value['results']) ? value['results']['bindings'] : undefined;
  if (!Array.isArray(bindings)) throw new Error('it has no list of solutions');
  for (const [index, solution] of bindings.entries())
    if (!isRecord(solution) || !Object.values(solution).every(isTerm))
      throw new Error(`solution ${index + 1} is not made of RDF 1.1 terms`);
}

function isTerm(value: unknown): boolean {
  if (!isRecord(value) || typeof value['value'] !== 'string') return false;
  const { type, value: text, datatype, 'xml:lang': language } = value;
  switch (type) {
    case 'uri':
      return !forbiddenInIri.test(text as string);
    case 'bnode':
      return true;
    case 'literal':
    case 'typed-literal':
      return (
        (datatype === undefined || (typeof datatype === 'string' && !forbiddenInIri.test(datatype))) &&
        (language === undefined || (typeof language === 'string' && isLanguageTag(language)))
      );
    default:
      return false;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
