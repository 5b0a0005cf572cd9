import type { Declaring } from './declaring.ts';

/** `meent published` and what it takes. */
export function declarePublished({ program, action, setting }: Declaring): void {
  program
    .command('published')
    .description('tell which terms are not on the list of published IRIs, or have left it')
    .option('--update', 'add the terms that are not on it yet; nothing is ever taken off', false)
    .addHelpText(
      'after',
      `
The list is ontology/published.txt. Terms are what the project's own ontology
and shapes define, and the concepts in its data. While there is a list,
\`meent validate\` and \`meent build\` fail when an IRI on it disappears, unless
it is owl:deprecated true and dcterms:isReplacedBy another. An IRI that is no
term can be written on it by hand, and is held to the same.

Exit code 1 says that there are terms to add, or IRIs that have disappeared.

Examples:
  meent published
  meent published --update`,
    )
    .action(
      action(async (options: never) =>
        (await import('../published-command.ts')).publishedCommand(setting(), options),
      ),
    );
}
