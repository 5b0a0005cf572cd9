import { asking, collect, type Declaring, linkOf } from './declaring.ts';

/** `meent link verify` and what it takes. */
export function declareLinkVerify({ program, action, setting }: Declaring): void {
  const command = linkOf(program)
    .command('verify')
    .description('read accepted links back from their authorities: are they there, and still what they were?')
    .option(
      '--sparql <prefix=endpoint>',
      'ask an endpoint for the IRIs with a prefix, many at once (can be repeated)',
      collect,
      [],
    )
    .option(
      '--json-ld <prefix=address>',
      'get JSON-LD or Turtle of each IRI with a prefix; {id} or {iri} in the address (can be repeated)',
      collect,
      [],
    )
    .option(
      '--extend <prefix=service>',
      'ask a reconciliation service (data extension) for the IRIs with a prefix, many at once (can be repeated)',
      collect,
      [],
    )
    .option(
      '--label <id>',
      'a property of the service with names, with @ and their language after it (can be repeated)',
      collect,
      [],
    )
    .option('--type <id>', 'a property of the service with what things are (can be repeated)', collect, [])
    .option('--whole-iris', 'the service calls things by whole IRIs', false)
    .option(
      '--fact <property>',
      'a property whose values may agree with our other links (can be repeated)',
      collect,
      [],
    )
    .option(
      '--allow-origin <origin>',
      'whom an address of --json-ld may lead to (can be repeated)',
      collect,
      [],
    )
    .option('--proposed', 'look at links too that nobody has decided about', false);
  asking(command)
    .addHelpText(
      'after',
      `
A prefix is one of a mapping set in data/links, or a namespace written out. Of each
IRI its authority says whether it is there, what it is called and what it is. A
label is held against object_label, which is what somebody read; where that is
empty, against our own names. One more fact is an IRI or a value that another of our
links of the same thing has: of --fact, owl:sameAs, skos:exactMatch or a page.
An address of --json-ld may lead to a document elsewhere (303), where that origin is
one that is asked anyway, or is allowed with --allow-origin or in meent.json. A
reconciliation service has properties of its own: --label, --type and --fact say
which; of Wikidata, labels in the languages of the project and P31 are asked for.
Only IRIs of the authority are sent. What is answered is kept with its time, so that
--offline gives the same again; --refresh asks anew.

Exit code 1: something is gone, has moved or was merged, has another name or is of
another kind. Exit code 5: some were not answered; the others were looked at.

Examples:
  meent link verify --sparql wd=https://query.wikidata.org/sparql
  meent link verify --json-ld 'wd=https://www.wikidata.org/wiki/Special:EntityData/{id}.jsonld'
  meent link verify --extend wd=https://wikidata.reconci.link/en/api --fact P6782
  meent link verify --extend gnd=https://lobid.org/gnd/reconcile \\
    --label preferredName@de
  meent link verify --offline --sparql wd=https://query.wikidata.org/sparql`,
    )
    .action(
      action(async (options: never) =>
        (await import('../link-verify-command.ts')).linkVerifyCommand(setting(), options),
      ),
    );
}
