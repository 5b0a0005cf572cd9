import { type Declaring, Option, collect } from './declaring.ts';

/** `meent query` and what it takes. */
export function declareQuery({ program, action, setting }: Declaring): void {
  program
    .command('query')
    .description('answer a query: its name, a file, or - for standard input')
    .argument('[query]', 'name, file or -')
    .option('-e, --expression <sparql>', "a query written here, with the project's prefixes")
    .option('-v, --variable <name=value>', 'value of a parameter (can be repeated)', collect, [])
    .addOption(
      new Option('-f, --format <format>', 'form of the answer').choices([
        'table',
        'csv',
        'tsv',
        'json',
        'turtle',
        'nquads',
        'jsonld',
      ]),
    )
    .option('-l, --list', 'list the queries of the project', false)
    .addHelpText(
      'after',
      `
Examples:
  meent query --list
  meent query values-by-use --format csv
  meent query claims-by-actor -v actor=fabrizia-benini
  meent query -e 'SELECT ?claim { ?claim meent:framing framing:risk }'`,
    )
    .action(
      action(async (name: never, options: never) =>
        (await import('../query-command.ts')).queryCommand(setting(), name, options),
      ),
    );
}
