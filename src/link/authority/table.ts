import { exit, Failure } from '../../failure.ts';
import { nearest } from '../../graph/nearest.ts';
import { readCsv } from '../../project/csv.ts';
import type { Entry } from './entry.ts';

/** The columns of a table; a language may stand behind those of text: `label@nl`. Several values of a cell stand between `|`. */
const columns = ['id', 'label', 'altLabel', 'type', 'description', 'sameAs', 'page'] as const;

/**
 * The entries of a CSV table with a line of columns, of which `id` and one `label` must be there.
 * @throws Failure 3 with its line where a row has no id, or a column is not known.
 */
export function entriesOfTable(text: string, file: string): Entry[] {
  const [head = [], ...rows] = readCsv(text, file);
  const refuse = (message: string, line: number, hint: string): never => {
    throw new Failure(exit.unreadable, message, { file, line, hint });
  };
  const known = head.map((column) => {
    const [, name, language] = /^([^@]*)(?:@(.*))?$/.exec(column.trim())!;
    if ((columns as readonly string[]).includes(name!)) return { name: name!, language };
    const near = nearest(name!, columns);
    return refuse(
      `The column ${column} is not known`,
      1,
      `${near ? `Did you mean ${near}? ` : ''}Columns are ${columns.join(', ')}, those of text with @nl or another language.`,
    );
  });
  for (const needed of ['id', 'label'])
    if (!known.some(({ name }) => name === needed))
      refuse(`There is no column ${needed}`, 1, `Columns are ${columns.join(', ')}.`);
  return rows.flatMap((row, number) => {
    if (row.every((cell) => cell === '')) return [];
    const all = (name: string) =>
      known.flatMap((column, index) =>
        column.name === name
          ? (row[index] ?? '')
              .split('|')
              .map((value) => ({ text: value.trim(), language: column.language }))
              .filter((value) => value.text !== '')
          : [],
      );
    const [id] = all('id');
    if (!id) return refuse('A row has no id', number + 2, 'Give each row the identifier of one thing.');
    const texts = (name: string) => all(name).map((each) => each.text);
    return {
      iri: id.text,
      labels: [
        ...all('label').map((each) => ({ ...each, preferred: true })),
        ...all('altLabel').map((each) => ({ ...each, preferred: false })),
      ],
      types: texts('type'),
      descriptions: all('description'),
      same: texts('sameAs'),
      pages: texts('page'),
    };
  });
}
