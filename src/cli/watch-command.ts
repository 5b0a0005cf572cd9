import { join, resolve } from 'node:path';
import { exit, Failure } from '../failure.ts';
import { ParsedDocuments } from '../project/parsed-documents.ts';
import { openProject } from '../project/project.ts';
import { watchFiles } from '../project/watch.ts';
import type { Setting } from './command.ts';
import { failureAsText } from './failure-text.ts';
import { type ValidateCommandOptions, validateOnce } from './validate-command.ts';
import { say } from './words.ts';

/** The files of a project that a validation depends on. */
const accept = /\.(ttl|trig|nt|nq|jsonld|json|rq|txt)$/;

/**
 * `meent validate --watch`: validates, and again when files have changed, until `signal` ends it.
 * @throws Failure as `validate` does where there is no project to watch.
 */
export async function watchCommand(
  setting: Setting,
  options: ValidateCommandOptions,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  refuseOnce(options);
  const { console, language } = setting;
  const { root } = openProject(setting.project, process.cwd(), options);
  const isTerminal = console.width !== undefined;
  const known = new ParsedDocuments();
  await watchFiles(
    pathsOf(root, options),
    async () => {
      const outcome = await validateAgain(setting, options, known).catch((error: unknown) => {
        if (error instanceof Failure) return error;
        throw error;
      });
      return async () => {
        if (isTerminal)
          console.err(`${say(language, 'validatedAt', { time: timeOfDay() })}
`);
        if (outcome instanceof Failure) console.err(failureAsText(outcome, language));
        else await outcome.deliver();
      };
    },
    { signal, accept },
  );
  return exit.interrupted;
}

/** Files may come and go, so the project is mapped anew. */
const validateAgain = async (setting: Setting, options: ValidateCommandOptions, known: ParsedDocuments) =>
  validateOnce(setting, options, openProject(setting.project, process.cwd(), options), { known });

/** What cannot be done again and again is no watching. */
function refuseOnce({ updateBaseline, data = [], shapes = [] }: ValidateCommandOptions): void {
  if (updateBaseline)
    throw new Failure(exit.usage, '--watch and --update-baseline do not go together', {
      hint: 'Write the baseline first, then watch.',
    });
  if ([...data, ...shapes].includes('-'))
    throw new Failure(exit.usage, 'Standard input cannot be watched', { hint: 'Give a file.' });
}

/** All that a validation reads: the folders of the project, or what stands in for them, and its settings. */
function pathsOf(root: string, { data, shapes, baseline }: ValidateCommandOptions): string[] {
  const own = (folder: string) => [join(root, folder)];
  return [
    ...['meent.json', 'ontology', 'queries', 'sources'].flatMap(own),
    ...(data?.map(fixedPart) ?? own('data')),
    ...(shapes?.map(fixedPart) ?? own('shapes')),
    ...(baseline === undefined ? [] : [resolve(baseline)]),
  ];
}

/** The folder that all files of a pattern are in; a path without wildcards is its own. */
function fixedPart(pattern: string): string {
  const parts = resolve(pattern).split(/[\\/]/);
  const wild = parts.findIndex((part) => /[*?[{(]/.test(part));
  return wild === -1 ? resolve(pattern) : parts.slice(0, wild).join('/') || '/';
}

const timeOfDay = (): string => new Date().toTimeString().slice(0, 8);
