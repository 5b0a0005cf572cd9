import { usualLimit, usualThresholds } from '../../link/rank/thresholds.ts';
import { asking, collect, countOf, type Declaring, linkOf, Option, shareOf } from './declaring.ts';

/** `meent link propose` and what it takes. */
export function declareLinkPropose({ program, action, setting }: Declaring): void {
  const command = linkOf(program)
    .command('propose')
    .description(
      'look for identifiers of things elsewhere, and write candidates down for people to decide about',
    )
    .option('--class <class>', 'look for the things of a class (can be repeated)', collect, [])
    .option('--query <query>', 'look for the things in the first column of a query: its name, a file or -')
    .option('-e, --expression <sparql>', "the same with a query written here, with the project's prefixes")
    .option('--service <url>', 'a reconciliation service, API 0.1 or 0.2 (can be repeated)', collect, [])
    .option('--authority <path>', 'a file or folder of an authority (can be repeated)', collect, [])
    .option('--iri <template>', 'the IRI that an id makes that is none, with {id} in it')
    .option('--type <id>', 'the type that candidates are to have, as the service calls it')
    .option(
      '--property <id=value>',
      'a value that candidates are to have, or ?column (can be repeated)',
      collect,
      [],
    )
    .addOption(
      new Option('--limit <number>', 'most candidates of a thing in a source')
        .default(usualLimit)
        .argParser(countOf),
    )
    .addOption(
      new Option('--minimum <score>', 'least score of a candidate')
        .default(usualThresholds.propose)
        .argParser(shareOf),
    )
    .addOption(
      new Option('--recommend <score>', 'least score of one that is recommended')
        .default(usualThresholds.recommend)
        .argParser(shareOf),
    )
    .option('-o, --output <file>', 'the mapping set to add to, not data/links/proposed.sssom.tsv')
    .option('-n, --dry-run', 'show candidates and write nothing', false);
  asking(command)
    .addHelpText(
      'after',
      `
Nothing is accepted: candidates become rows of a mapping set (SSSOM), each with
why it is one. People decide with \`meent link review\`, or in a spreadsheet: a
name in reviewer_label, and 1 (yes), 0 (unsure) or -1 (no) in
reviewer_agreement. What was decided or proposed before, rejected candidates
first of all, is not proposed again.
A service is asked in batches, one request at a time, by a program that says who
runs it: \`contact\` in meent.json. {lang} in its address stands for the languages
of the project. What it answers is kept with address, time and digest, so that a
run that ended early goes on where it was, and --offline gives the same again.
An authority is Turtle or other RDF with labels, CSV with the columns id and
label@nl, JSON with a label for each id, or records of ROR; nobody is asked.
Names go out to services: choose things that may be named.

Exit code 5: some things have not had every answer; the others are written.

Examples:
  meent link propose --class schema:Place --type Q2221906 \\
    --service 'https://wikidata.reconci.link/{lang}/api'
  meent link propose --class skos:Concept --authority eurovoc/ \\
    --iri 'http://eurovoc.europa.eu/{id}'
  meent link propose --class org:Organization --authority ror/ --dry-run
  meent link propose -e 'SELECT ?x ?site { ?x schema:url ?site }' \\
    --property 'P856=?site' --service https://example.org/reconcile`,
    )
    .action(
      action(async (options: never) =>
        (await import('../link-propose-command.ts')).linkProposeCommand(setting(), options),
      ),
    );
}
