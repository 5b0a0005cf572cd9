import { answerEndings, answerFormats } from '../answer-formats.ts';
import { type Declaring, Option, collect, countOf, timeout } from './declaring.ts';

/** `meent query` and what it takes. */
export function declareQuery({ program, action, setting, guard }: Declaring): void {
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
    .addOption(new Option('--limit <number>', 'most rows or triples').argParser(countOf))
    .option('--data <paths...>', "files, folders or globs instead of the project's data; - is standard input")
    .option(
      '--endpoint <url>',
      "a SPARQL endpoint instead of the project's data (can be repeated)",
      collect,
      [],
    )
    .option('--allow-origin <origin>', 'whom SERVICE may ask (can be repeated)', collect, [])
    .addOption(timeout(30))
    .addOption(
      new Option('--memory <MB>', 'how much memory a query may take').default(1024).argParser(countOf),
    )
    .addOption(
      new Option('--max-rows <number>', 'how many rows or triples an answer may have')
        .default(100_000)
        .argParser(countOf),
    )
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
--data and --endpoint together are asked as one. Files may be compressed with
gzip. What takes more than it may is stopped with exit code 6, and nothing is
printed. Nobody is asked over the network but the endpoints, --allow-origin
and allowedOrigins in meent.json.

Examples:
  meent query --list
  meent query values-by-use --format csv
  meent query claims-of-actor -v actor=fabrizia-benini
  meent query claims-of-actor -v actor=fabrizia-benini --explain
  meent query actors -o actors.csv -o actors.jsonld
  meent query -e 'SELECT ?claim { ?claim meent:framing framing:risk }'
  meent query -e 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }' --data 'x/**/*.ttl.gz'
  meent query people.rq --endpoint https://example.org/sparql
  meent query eurovoc-names --allow-origin https://publications.europa.eu`,
    )
    .action(
      action((name: never, options: never) => {
        const { timeout: seconds, memory } = options as { timeout: number; memory: number };
        const limits = { seconds, megabytes: memory, secondsOption: '--timeout' };
        return guard('query', setting(), [name, options], limits);
      }),
    );
}
