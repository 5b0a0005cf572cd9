import { exit, Failure } from '../failure.ts';
import { shorten } from '../graph/shorten.ts';
import { countByClass, membersOf, subjectsOf } from '../link/subjects.ts';
import type { Subject } from '../link/rank/rank.ts';
import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { evaluate } from '../query/engine.ts';
import { resolveName } from '../query/names.ts';
import type { MappingFile } from '../sssom/sssom.ts';
import { askedQuery, withPrefixes } from './asked-query.ts';

export interface ChoiceOptions {
  /** Classes of the things, as people name them. */
  readonly class: readonly string[];
  /** A query whose first column has the things: its name or file. */
  readonly query?: string | undefined;
  /** The same, written out. */
  readonly expression?: string | undefined;
  /** Values that candidates are to have, `property=value`, or `property=?column` for a column of the query. */
  readonly property: readonly string[];
}

/** The things to look for, and the values that candidates of each are to have. */
export interface Choice {
  readonly subjects: readonly Subject[];
  readonly properties: (subject: Subject) => readonly { readonly pid: string; readonly v: string }[];
}

/**
 * The things that a person has chosen by class or query.
 * @throws Failure 2 where nothing is chosen, or what is chosen has no label: names go out to others, so nothing is chosen by itself.
 */
export async function chooseSubjects(
  options: ChoiceOptions,
  project: Project,
  data: Loaded,
  sets: readonly MappingFile[],
  read: () => Promise<string>,
): Promise<Choice> {
  const { dataset } = data;
  const isQuery = options.query !== undefined || options.expression !== undefined;
  if (!isQuery && options.class.length === 0)
    throw new Failure(exit.usage, 'Say which things to look for: with --class or with a query', {
      hint: classHint(data),
    });
  const ofClasses = options.class.flatMap((name) => membersOf(dataset, classNamed(name, data)));
  const rows = isQuery ? await rowsOf(options, project, data, read) : new Map<string, Row>();
  const iris = [...new Set([...ofClasses, ...rows.keys()])].sort();
  const subjects = subjectsOf(dataset, iris, sets);
  if (subjects.length === 0)
    throw new Failure(exit.usage, 'Nothing that was chosen has a label', {
      hint:
        iris.length > 0
          ? `${iris.length} things were chosen, such as ${iris[0]}.`
          : `Nothing was chosen. ${isQuery ? '' : classHint(data)}`.trim(),
    });
  const wanted = options.property.map(propertyOf);
  return {
    subjects,
    properties: ({ iri }) =>
      wanted.flatMap(({ pid, value }) => {
        const v = value.startsWith('?') ? rows.get(iri)?.[value.slice(1)] : value;
        return v === undefined ? [] : [{ pid, v }];
      }),
  };
}

/** What can be chosen by its class. */
function classHint({ dataset, prefixes }: Loaded): string {
  const counts = countByClass(dataset).slice(0, 8);
  if (counts.length === 0) return 'Nothing in the data has a class.';
  return `There are ${counts.map(([type, count]) => `${count} of ${shorten(type, prefixes)}`).join(', ')}.`;
}

/** The values of a row by their columns. */
type Row = Readonly<Record<string, string>>;

function classNamed(name: string, { dataset, prefixes }: Loaded): string {
  const refuse = (message: string, hint: string): never => {
    throw new Failure(exit.usage, message, { hint });
  };
  const iris = () => countByClass(dataset).map(([type]) => type);
  return resolveName('class', name, { prefixes, iris }, refuse).value;
}

async function rowsOf(
  { query, expression }: ChoiceOptions,
  project: Project,
  { dataset, prefixes }: Loaded,
  read: () => Promise<string>,
): Promise<Map<string, Row>> {
  const { sparql, path } = await askedQuery(project, query, expression, read);
  const answer = await evaluate(withPrefixes(sparql, prefixes), dataset, {
    path,
    base: project.config.base,
    maxRows: 100_000,
  });
  if (answer.form !== 'SELECT')
    throw new Failure(exit.usage, 'The things to look for are the first column of a SELECT', { file: path });
  const [first] = answer.variables;
  return new Map(
    answer.rows.flatMap((row) => {
      const thing = row[first!];
      const values = Object.entries(row).flatMap(([name, term]) =>
        term ? [[name, term.value] as const] : [],
      );
      return thing?.termType === 'NamedNode' ? [[thing.value, Object.fromEntries(values)] as const] : [];
    }),
  );
}

function propertyOf(written: string): { pid: string; value: string } {
  const [, pid, value] = /^([^=]+)=(.+)$/s.exec(written) ?? [];
  if (pid === undefined)
    throw new Failure(exit.usage, `Not a property with a value: ${written}`, {
      hint: 'Write it as property=value, or property=?column with a column of the query.',
    });
  return { pid, value: value! };
}
