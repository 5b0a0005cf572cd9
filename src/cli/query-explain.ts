import type { Term } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { inLanguage } from '../graph/language-map.ts';
import { shorten } from '../graph/shorten.ts';
import type { Loaded } from '../project/load.ts';
import type { Operation } from '../query/algebra.ts';
import { algebraAsText } from '../query/algebra-text.ts';
import { columnsOf } from '../query/contract.ts';
import type { ReadQuery } from '../query/library.ts';
import { type Language, say } from './words.ts';

export interface Explained {
  readonly query: ReadQuery;
  /** The query with its parameters bound. */
  readonly operation: Operation;
  /** Values by variable. */
  readonly bindings: ReadonlyMap<string, Term>;
  /** The names of the parameters that the user gave. */
  readonly given: ReadonlySet<string>;
  readonly data: Loaded;
}

/** What the algebra of a query begins with, and that of an update never. */
const forms: ReadonlySet<Operation['type']> = new Set([
  'project',
  'construct',
  'describe',
  'ask',
  'slice',
  'distinct',
  'reduced',
  'from',
]);

/**
 * How a query will be answered, for people: of what it is asked, what it gives, the values of its parameters, and its
 * algebra with the number of triples that match each pattern. It is not answered.
 * @throws Failure 4 where it is an update.
 */
export function explainQuery(
  { query, operation, bindings, given, data }: Explained,
  language: Language,
): string {
  if (!forms.has(operation.type))
    throw new Failure(exit.unsupported, 'This is an update, and only reading is allowed', {
      file: query.path,
      hint: 'Use SELECT, ASK, CONSTRUCT or DESCRIBE.',
    });
  const { prefixes, dataset, documents } = data;
  const short = (iri: string) => shorten(iri, prefixes);
  const graphs = new Set([...dataset].map(({ graph }) => graph.value));
  const summary = inLanguage(query.header.summary, [language, '']);
  const columns = columnsOf(operation);
  const parameters = query.parameters.map(({ name, type, variable }) => {
    const value = bindings.get(variable);
    const origin = given.has(name) ? 'wasGiven' : value ? 'wasDefault' : 'wasLeftOut';
    const shown = value?.termType === 'NamedNode' ? short(value.value) : JSON.stringify(value?.value);
    return `  ${name} (${type})${value ? ` = ${shown}` : ''}  ${say(language, origin)}\n`;
  });
  const count = {
    triples: dataset.size,
    graphs: graphs.size,
    files: documents.length,
  };
  return [
    `${query.path}${summary ? `: ${summary}` : ''}\n`,
    `${say(language, 'asked', count)}\n`,
    columns.length > 0 ? `${say(language, 'columns', { columns: columns.join(', ') })}\n` : '',
    parameters.length > 0 ? `${say(language, 'parameters')}\n${parameters.join('')}` : '',
    `\n${say(language, 'algebra')}\n`,
    algebraAsText(operation, {
      shorten: short,
      count: ({ subject, predicate, object, graph }) => {
        const fixed = [subject, predicate, object, graph].map((term) =>
          term.termType === 'Variable' ? undefined : term,
        );
        return dataset.countQuads(...(fixed as [Term?, Term?, Term?, Term?]));
      },
    }),
  ].join('');
}
