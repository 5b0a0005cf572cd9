import { exit } from '../failure.ts';
import { type Loaded, loadData, loadShapes } from '../project/load.ts';
import type { ParsedDocuments } from '../project/parsed-documents.ts';
import { type Inputs, openProject, type Project } from '../project/project.ts';
import { saveFiles } from '../project/save.ts';
import { baselineAsText } from '../report/baseline.ts';
import { type ReportFormat, reportEndings, reportFormats } from '../report/formats.ts';
import type { Report } from '../report/report.ts';
import type { TextStyle } from '../report/text.ts';
import { writeReport } from '../report/write.ts';
import { atLeast, type Severity } from '../validate/problem.ts';
import { readRules } from '../validate/rules.ts';
import { type Validation, validate } from '../validate/validate.ts';
import { type BaselineOptions, judge } from './baseline.ts';
import type { Setting } from './command.ts';
import { readTargets } from './targets.ts';

export interface ValidateOptions {
  readonly checks: boolean;
  readonly failOn: Severity;
  readonly requireEvidence: boolean;
  /** Whether to show every offence against a rule. */
  readonly all: boolean;
  readonly allowEmpty: boolean;
  /** How long one shape may look at one node, seconds. */
  readonly limit: number;
}

export interface ValidateCommandOptions extends ValidateOptions, Partial<BaselineOptions>, Inputs {
  /** Form of the report on standard output. */
  readonly format: ReportFormat;
  /** Files to write the report to as well, `file` or `format:file`. */
  readonly output: readonly string[];
}

/** `meent validate`: prints the problems of a project, and writes them to files. */
export async function validateCommand(setting: Setting, options: ValidateCommandOptions): Promise<number> {
  const { code, deliver } = await validateOnce(setting, options);
  await deliver();
  return code;
}

/**
 * Validates a project.
 * @param known documents that were read before; what has not changed is not parsed again.
 * @returns the exit code, and what prints the report and writes it to files.
 */
export async function validateOnce(
  setting: Setting,
  options: ValidateCommandOptions,
  known?: ParsedDocuments,
): Promise<{ code: number; deliver: () => Promise<void> }> {
  const { console, language } = setting;
  const targets = readTargets(options.output, reportFormats, reportEndings);
  const project = openProject(setting.project, process.cwd(), options);
  const report = await validateProject(project, await loadData(project, known), setting, options, known);
  const style = { language, colour: false, all: options.all, width: undefined };
  return {
    code: report.exitCode,
    async deliver() {
      console.out(writeReport(report, options.format, styleOf(setting, options)));
      // Other forms have no place for it, or no reader.
      if (report.baseline && options.format !== 'text')
        console.err(baselineAsText(report.baseline, language));
      await saveFiles(
        targets.map(({ path, format }) => ({ path, text: writeReport(report, format, style) })),
      );
    },
  };
}

/** Validates a project and says all that a report needs. */
export async function validateProject(
  project: Project,
  data: Loaded,
  { version }: Setting,
  options: ValidateOptions & Partial<BaselineOptions>,
  known?: ParsedDocuments,
): Promise<Report> {
  const shapes = await loadShapes(project, known);
  const found = await validate(project, data, shapes, {
    ...options,
    limit: options.limit * 1000,
    isRepeated: known !== undefined,
  });
  const baseline = await judge(found, options);
  const validation = baseline ? { ...found, problems: baseline.new } : found;
  const code = codeOf(validation, options);
  const isStale = baseline !== undefined && baseline.stale.length > 0;
  return {
    version,
    validation,
    baseline,
    rules: await readRules(project, shapes, options),
    prefixes: new Map([...shapes.prefixes, ...data.prefixes]),
    triples: data.dataset.size,
    failOn: options.failOn,
    exitCode: code === exit.fine && isStale ? exit.problems : code,
    incomplete: validation.incomplete,
  };
}

/** How a report is shown on this console. */
export const styleOf = ({ console, language }: Setting, { all }: ValidateOptions): TextStyle => ({
  language,
  colour: console.colour,
  all,
  width: console.width,
});

/** The exit code that a validation deserves. */
function codeOf(validation: Validation, { failOn, requireEvidence }: ValidateOptions): number {
  if (!validation.honoured) return exit.unsupported;
  if (validation.incomplete) return exit.limit;
  if (validation.problems.some(atLeast(failOn))) return exit.problems;
  const unchecked = validation.evidence.some(({ coverage }) => coverage === undefined);
  return requireEvidence && unchecked ? exit.problems : exit.fine;
}
