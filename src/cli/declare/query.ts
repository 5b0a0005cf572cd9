import { answerEndings, answerFormats } from '../answer-formats.ts';
import { type Declaring, Option, collect, numberOf } from './declaring.ts';

/** `meent query` and what it takes. */
export function declareQuery({ program, action, setting }: Declaring): void {
  program
    .command('query')
    .description('answer a query: its name, a file, or - for standard input')
    .argument('[query]', 'name, file or -')
    .option('-e, --expression <sparql>', "a query written here, with the project's prefixes")
    .option('-v, --variable <name=value>', 'value of a parameter (can be repeated)', collect, [])
    .addOption(
      new Option('-f, --format <format>', 'form of the answer on standard output').choices(answerFormats),
    )
    .option('-o, --output <[format:]file>', 'write the answer to a file (can be repeated)', collect, [])
    .addOption(new Option('--limit <number>', 'most rows or triples').argParser(numberOf))
    .option('--explain', 'say how the query would be answered, and do not answer it', false)
    .option('-l, --list', 'list the queries with what they take and give (also -f json)', false)
    .addHelpText(
      'after',
      `
The name of a thing is enough for a parameter that is an IRI: the last part of
its IRI, a prefixed name, or the whole.
The form of a file follows from its ending or stands before it:
${Object.keys(answerEndings).join(', ')}.
With -o nothing is printed, unless -f asks for it. Triples are rows too, of a
subject, a predicate and an object.

Examples:
  meent query --list
  meent query values-by-use --format csv
  meent query claims-of-actor -v actor=fabrizia-benini
  meent query claims-of-actor -v actor=fabrizia-benini --explain
  meent query actors -o actors.csv -o actors.jsonld
  meent query -e 'SELECT ?claim { ?claim meent:framing framing:risk }'`,
    )
    .action(
      action(async (name: never, options: never) =>
        (await import('../query-command.ts')).queryCommand(setting(), name, options),
      ),
    );
}
