import { exit } from '../failure.ts';
import { type Loaded, loadData, loadShapes } from '../project/load.ts';
import type { ParsedDocuments } from '../project/parsed-documents.ts';
import type { Inputs, Project } from '../project/project.ts';
import { saveFiles } from '../project/save.ts';
import { baselineAsText } from '../report/baseline.ts';
import { type ReportFormat, reportEndings, reportFormats } from '../report/formats.ts';
import type { Report } from '../report/report.ts';
import type { TextStyle } from '../report/text.ts';
import { writeReport } from '../report/write.ts';
import { atLeast, type Severity } from '../validate/problem.ts';
import { readRules } from '../validate/rules.ts';
import type { Begun } from '../validate/begin-units.ts';
import { finishUnits, type ReadAndValidated } from '../validate/in-units.ts';
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
  /** How long one shape may look at one node, and one check may take, seconds. */
  readonly limit: number;
  /** Files of checks to leave out, as the user would write them: they have not got done within the limit. */
  readonly late?: readonly string[] | undefined;
}

export interface ValidateCommandOptions extends ValidateOptions, Partial<BaselineOptions>, Inputs {
  /** Form of the report on standard output. */
  readonly format: ReportFormat;
  /** Files to write the report to as well, `file` or `format:file`. */
  readonly output: readonly string[];
}

/** What came of validating: the exit code, and what prints the report and writes it to files. */
export interface Validated {
  readonly code: number;
  readonly deliver: () => Promise<void>;
}

export interface Beforehand {
  /** Documents that were read before; what has not changed is not parsed again. */
  readonly known?: ParsedDocuments | undefined;
  /** Threads that are at work on the project. */
  readonly begun?: Begun | undefined;
}

/** Reads and validates a project. */
export async function validateOnce(
  setting: Setting,
  options: ValidateCommandOptions,
  project: Project,
  before: Beforehand = {},
): Promise<Validated> {
  const data = await loadData(project, before.known);
  return validated(await validateProject(project, data, setting, options, before), setting, options);
}

/** Says what threads find that are at work on a project, without its checks: for that it need not be read as a whole. */
export async function validateBegun(
  setting: Setting,
  options: ValidateCommandOptions,
  begun: Begun,
): Promise<Validated> {
  const found = await finishUnits(begun, { ...options, limit: options.limit * 1000 });
  return validated(await reportOn(begun.project, found, setting, options), setting, options);
}

function validated(report: Report, setting: Setting, options: ValidateCommandOptions): Validated {
  const { console, language } = setting;
  const targets = readTargets(options.output, reportFormats, reportEndings);
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
  setting: Setting,
  options: ValidateOptions & Partial<BaselineOptions>,
  { known, begun }: Beforehand = {},
): Promise<Report> {
  const how = { ...options, limit: options.limit * 1000, isRepeated: known !== undefined };
  if (begun)
    return reportOn(
      project,
      await finishUnits(begun, how, options.checks ? data : undefined),
      setting,
      options,
    );
  const shapes = await loadShapes(project, known);
  const validation = await validate(project, data, shapes, how);
  return reportOn(project, { shapes, validation, prefixes: data.prefixes }, setting, options);
}

async function reportOn(
  project: Project,
  { shapes, validation: found, prefixes }: ReadAndValidated,
  { version }: Setting,
  options: ValidateOptions & Partial<BaselineOptions>,
): Promise<Report> {
  const baseline = await judge(found, options);
  const validation = baseline ? { ...found, problems: baseline.new } : found;
  const code = codeOf(validation, options);
  const isStale = baseline !== undefined && baseline.stale.length > 0;
  return {
    version,
    validation,
    baseline,
    rules: await readRules(project, shapes, options),
    prefixes: new Map([...shapes.prefixes, ...prefixes]),
    triples: validation.triples,
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
