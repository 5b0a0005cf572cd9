import { inLanguage } from '../graph/language-map.ts';
import type { Project } from '../project/project.ts';
import { type Query, queryFolders, readQueries } from '../query/library.ts';
import type { Parameter } from '../query/parameters.ts';
import { type Language, say } from './words.ts';

/** The queries of a project for people: what each asks, what it takes and what it gives. */
export async function listQueries(project: Project, language: Language): Promise<string> {
  const sections = await Promise.all(
    queryFolders.map(async (folder) => {
      const queries = await readQueries(project, folder);
      return `queries/${folder}\n${queries.map((query) => entry(query, language)).join('')}`;
    }),
  );
  return sections.join('\n');
}

function entry({ name, folder, header, parameters, columns = [] }: Query, language: Language): string {
  const { cardinality } = header;
  const gives = columns
    .map((column) => `${column.name} (${column.type}${column.optional ? '?' : ''})`)
    .join(', ');
  return [
    `  ${name}  ${inLanguage(header.summary, [language, ''])}`,
    ...parameters.map((parameter) => `    -v ${parameterAsText(parameter, language)}`),
    // A check always gives the same.
    ...(gives && folder !== 'checks'
      ? [`    ${say(language, 'gives', { cardinality: cardinality ?? '*', columns: gives })}`]
      : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function parameterAsText(parameter: Parameter, language: Language): string {
  const { name, type, optional, label, values, default: byDefault } = parameter;
  const parts = [
    inLanguage(label, [language]),
    values && say(language, 'oneOf', { values: values.join(', ') }),
    byDefault !== undefined
      ? say(language, 'byDefault', { value: byDefault })
      : optional
        ? say(language, 'mayBeLeftOut')
        : say(language, 'mustBeGiven'),
  ];
  return `${name}=<${type}>  ${parts.filter(Boolean).join('; ')}`;
}

/** The same for programs, as JSON. */
export async function queriesAsJson(project: Project): Promise<string> {
  const all = await Promise.all(queryFolders.map((folder) => readQueries(project, folder)));
  const described = all.flat().map(({ name, folder, path, header, parameters, columns }) => ({
    name,
    folder,
    file: path,
    summary: header.summary,
    description: header.description,
    tags: header.tags,
    parameters: parameters.map(({ make: _, variable, ...parameter }) => ({
      ...parameter,
      variable: `?${variable}`,
    })),
    columns: columns?.map(({ admits: _, ...column }) => column),
    cardinality: header.cardinality,
  }));
  return `${JSON.stringify(described, null, 2)}\n`;
}
