import { join, relative } from 'node:path';
import type { BegunExports } from '../export/begin-exports.ts';
import type { TextFile } from '../export/description/file.ts';
import { tooMuchToHold } from '../export/export-thread.ts';
import { stageExports } from '../export/publish-exports.ts';
import type { Dataset } from '../graph/dataset.ts';
import { iri, vocabulary } from '../graph/terms.ts';
import { descriptionFiles } from '../export/description/describe.ts';
import { exit } from '../failure.ts';
import { loadData, loadDescriptionShapes, loadTexts } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { asText } from '../report/text.ts';
import type { Begun } from '../validate/begin-units.ts';
import { validateDescription } from '../validate/description.ts';
import { atLeast, type Problem } from '../validate/problem.ts';
import type { Setting } from './command.ts';
import { type OutputOptions, outputOf, written } from './export-command.ts';
import { notReady, type ReadyOptions, refuse } from './readiness.ts';
import { styleOf, validateProject, type ValidateOptions } from './validate-command.ts';
import { type Language, say, type words } from './words.ts';

export type BuildOptions = ValidateOptions & OutputOptions & ReadyOptions;

/**
 * Validates, exports and says what the graph holds, where that has been begun.
 * @param validating the threads that hold the data against the shapes, where there are any.
 * @param exports what the exports are made with; whoever began it ends it.
 */
export async function buildBegun(
  project: Project,
  validating: Begun | undefined,
  exports: BegunExports,
  setting: Setting,
  options: BuildOptions,
): Promise<number> {
  const { console, language } = setting;
  const data = await loadData(project);
  const output = outputOf(project, options);
  // Most projects keep their rules: their exports are made beside the looking, and shown only when that is done.
  const gaveUp = new AbortController();
  const stage = () => stageExports(project, data, output, { signal: gaveUp.signal, begun: exports });
  const early = data.dataset.size < tooMuchToHold ? stage() : undefined;
  early?.catch(() => undefined);
  const discard = async () => {
    gaveUp.abort();
    await early?.then(({ draft }) => draft.discard()).catch(() => undefined);
  };
  const report = await validateProject(project, data, setting, options, { begun: validating }).catch(
    async (error: unknown) => {
      await discard();
      throw error;
    },
  );
  const text = asText(report, styleOf(setting, options));
  if (report.exitCode !== 0) {
    await discard();
    console.out(text);
    console.err(`${say(language, 'nothingWritten')}\n`);
    return report.exitCode;
  }
  const missing = notReady(project, data.dataset, language);
  if (options.ready && missing) {
    await discard();
    return refuse(console, missing, language);
  }
  const { draft, description } = await (early ?? stage());
  const problems = await describedWrongly(project, description, output);
  if (problems.some(atLeast('violation'))) {
    await draft.discard();
    const { validation } = report;
    console.out(asText({ ...report, validation: { ...validation, problems } }, styleOf(setting, options)));
    console.err(`${say(language, 'nothingWritten')}\n`);
    return problems.some(({ kind }) => kind === 'preflight') ? exit.unsupported : exit.problems;
  }
  const files = await draft.show();
  console.out(`${text}\n`);
  console.out(summary(data.dataset, report.validation.problems.length, files.length, language));
  console.out(`\n${written(output, files, language)}\n`);
  console.out(missing);
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

/** What is wrong with the description of the data set, before it is written. */
async function describedWrongly(
  project: Project,
  description: readonly TextFile[],
  output: string,
): Promise<Problem[]> {
  const texts = description
    .filter(({ name }) => descriptionFiles.includes(name))
    .map(({ name, text }) => ({ file: relative(process.cwd(), join(output, name)), text }));
  const files = await Promise.all(texts.map((each) => loadTexts([each])));
  return validateDescription(files, await loadDescriptionShapes(project));
}
