import { relative } from 'node:path';
import { makeExports } from '../export/exports.ts';
import { publish } from '../export/publish.ts';
import type { Dataset } from '../graph/dataset.ts';
import { iri, vocabulary } from '../graph/terms.ts';
import { loadData } from '../project/load.ts';
import { openProject, type Project } from '../project/project.ts';
import { warmUp } from '../query/engine.ts';
import { asText } from '../report/text.ts';
import type { Setting } from './command.ts';
import { names, type OutputOptions, outputOf } from './export-command.ts';
import { styleOf, validateProject, type ValidateOptions } from './validate-command.ts';
import { type Language, say, type words } from './words.ts';

/** `meent build`: validates, exports and says what the graph holds. */
export async function buildCommand(
  setting: Setting,
  options: ValidateOptions & OutputOptions,
): Promise<number> {
  const { console, language, project: folder } = setting;
  const project = openProject(folder);
  warmUp();
  const data = await loadData(project);
  const report = await validateProject(project, data, setting, options);
  const text = asText(report, styleOf(setting, options));
  if (report.exitCode !== 0) {
    console.out(text);
    console.err(`${say(language, 'nothingWritten')}\n`);
    return report.exitCode;
  }
  const output = outputOf(project, options);
  const files = await publish(await makeExports(project, data), output);
  console.out(`${text}\n`);
  console.out(summary(data.dataset, report.validation.problems.length, files.length, language));
  console.out(
    `\n${say(language, 'written', { folder: `${relative(process.cwd(), output)}/`, files: names(files) })}\n`,
  );
  console.out(notReady(project, language));
  return report.exitCode;
}

/** What the graph holds, one line each, for somebody who has never heard of a triple. */
function summary(dataset: Dataset, problems: number, files: number, language: Language): string {
  const { meent, schema } = vocabulary;
  const ns = meent.textAnchor.value.replace(/TextAnchor$/, '');
  const count = (type: string) =>
    new Set([...dataset.match(null, vocabulary.rdf.type, iri(type))].map(({ subject }) => subject.value))
      .size;
  const lines: [keyof typeof words, number][] = [
    ['reports', count(schema.report.value)],
    ['claims', count(`${ns}Claim`)],
    ['actors', count(`${ns}Actor`)],
    ['values', count(`${ns}Value`)],
    ['initiatives', count(`${ns}Initiative`)],
    ['discrepancies', count(`${ns}Discrepancy`)],
    ['triples', dataset.size],
    ['problems', problems],
    ['files', files],
  ];
  const rows = lines.map(([key, number]) => `${String(number).padStart(7)}  ${say(language, key)}\n`);
  return `${say(language, 'summary')}\n${rows.join('')}`;
}

/** Until a person says who publishes and who answers questions, the data is not for the world. */
function notReady({ config }: Project, language: Language): string {
  const missing = (['publisher', 'contact'] as const).filter((key) => config[key] === undefined);
  return missing.length > 0 ? `${say(language, 'notReady', { missing: missing.join(', ') })}\n` : '';
}
