import type { Term } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { type Operation, selectedBy } from './algebra.ts';
import { type Answer, rowsOf } from './answer.ts';
import { cardinalityOf } from './cardinality.ts';
import { type Header, headerLine } from './header.ts';
import { columnWords, typeOf } from './term-type.ts';
import { prefixesOf } from './tokens.ts';

/** A column that a query declares. */
export interface Column {
  readonly name: string;
  /** As the header has it, without question mark. */
  readonly type: string;
  /** Whether a row may have nothing in it. */
  readonly optional: boolean;
  readonly admits: (term: Term) => boolean;
}

/** A query with its header, and what it is called in messages. */
export interface Contract {
  readonly sparql: string;
  readonly path: string;
  readonly header: Partial<Header>;
}

/**
 * The columns that a query declares, in their order; undefined where it declares none.
 * @throws Failure 3 with file and line where a type is unknown.
 */
export function declaredColumns({ sparql, path, header }: Contract): Column[] | undefined {
  if (!header.columns) return undefined;
  const prefixes = prefixesOf(sparql);
  return Object.entries(header.columns).map(([name, written]) => {
    const type = written.replace(/\?$/, '');
    const known = typeOf(type, prefixes);
    if (!known)
      throw new Failure(exit.unreadable, `Query header: the column ${name} has no type: ${type} is none`, {
        file: path,
        line: headerLine(sparql, ['columns', name]),
        hint: `A column is ${columnWords}; a question mark after it says that a row may have none.`,
      });
    return { name, type, optional: written.endsWith('?'), admits: known.admits };
  });
}

/** The columns that a query has: what it selects, or the three places of the triples that it makes. */
export function columnsOf(query: Operation): readonly string[] {
  if (query.type === 'construct' || query.type === 'describe') return ['subject', 'predicate', 'object'];
  return selectedBy(query) ?? (query.type === 'from' ? columnsOf(query.input) : []);
}

/**
 * Holds what a query declares against its algebra.
 * @throws Failure 3 with file and line where the columns are others.
 */
export function assertColumns(contract: Contract, query: Operation): void {
  const declared = contract.header.columns && Object.keys(contract.header.columns);
  const found = columnsOf(query);
  if (!declared || declared.join('\n') === found.join('\n')) return;
  const [odd] = declared.filter((name) => !found.includes(name));
  throw new Failure(
    exit.unreadable,
    `Query header: the columns are ${declared.join(', ')}, and the query has ${found.join(', ') || 'none'}`,
    {
      file: contract.path,
      line: headerLine(contract.sparql, odd === undefined ? ['columns'] : ['columns', odd]),
      hint: 'Declare what the query selects, in the same order.',
    },
  );
}

/** What an answer has otherwise than its query declares, a sentence each. */
export function breachesOf(contract: Contract, answer: Answer): string[] {
  const breaches: string[] = [];
  const { variables, rows } = rowsOf(answer);
  const cardinality = contract.header.cardinality && cardinalityOf(contract.header.cardinality);
  if (cardinality && (rows.length < cardinality.least || rows.length > cardinality.most))
    breaches.push(
      `has ${rows.length} ${noun(answer, rows.length)}, and declares ${contract.header.cardinality}`,
    );
  for (const { name, type, optional, admits } of declaredColumns(contract) ?? []) {
    if (!variables.includes(name)) breaches.push(`has no column ${name}`);
    else {
      const index = rows.findIndex((row) => (row[name] ? !admits(row[name]) : !optional));
      const term = rows[index]?.[name];
      if (index !== -1)
        breaches.push(
          `has ${term ? `${JSON.stringify(term.value)}, which is not ${type},` : `no ${name}`} in ${term ? `${name} of ` : ''}row ${index + 1}`,
        );
    }
  }
  return breaches;
}

const noun = ({ form }: Answer, count: number): string =>
  `${form === 'CONSTRUCT' ? 'triple' : 'row'}${count === 1 ? '' : 's'}`;
