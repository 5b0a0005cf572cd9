import { diffEndings, diffFormats } from '../../diff/formats.ts';
import { collect, type Declaring, Option } from './declaring.ts';

/** `meent diff` and what it takes. */
export function declareDiff({ program, action, setting }: Declaring): void {
  program
    .command('diff')
    .description('tell what differs between two states: claims, evidence, values, then triples')
    .argument('<old>', 'a folder, a file, or a git revision')
    .argument('[new]', 'the same; the project as it is now by default')
    .addOption(
      new Option('-f, --format <format>', 'form of the answer on standard output')
        .choices(diffFormats)
        .default('text'),
    )
    .option('-o, --output <[format:]file>', 'also write it to a file (can be repeated)', collect, [])
    .option('--all', 'show everything else that differs, not the first 20 things', false)
    .option('--exit-code', 'give exit code 1 where anything differs', false)
    .addHelpText(
      'after',
      `
What is there as a file or folder, or begins with ./, ../ or /, is a path.
Anything else is a revision, as git takes it, of the project's folder; a path
in the repository may follow a colon. git: before it always makes it one:
  HEAD~1           the project one commit ago
  v1.0:data        the folder data/ at the tag v1.0
  git:main         the branch main, though there is a folder main/
Git is asked for what it has stored; the work tree stays as it is.

A folder with data/ in it is read as a project, with its ontology and shapes.
Of any other folder, and of a file, all RDF is read.
The form of a file follows from its ending or stands before it:
${Object.keys(diffEndings).join(', ')}. diff.schema.json in the package describes json.

Examples:
  meent diff HEAD~1
  meent diff v1.0 v1.1 --format markdown -o changes.json
  meent diff old/people.ttl new/people.ttl --exit-code`,
    )
    .action(
      action(async (old: never, now: never, options: never) =>
        (await import('../diff-command.ts')).diffCommand(setting(), old, now, options),
      ),
    );
}
