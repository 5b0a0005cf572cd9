import { asking, collect, type Declaring, linkOf } from './declaring.ts';

/** `meent link enrich` and what it takes. */
export function declareLinkEnrich({ program, action, setting }: Declaring): void {
  const command = linkOf(program)
    .command('enrich')
    .description('fetch facts about what accepted links lead to, into data/enrichment')
    .requiredOption('--sparql <prefix=endpoint>', 'the endpoint to ask for the IRIs with a prefix')
    .option('--property <property>', 'a property to fetch (can be repeated)', collect, [])
    .option('--name <name>', 'the file in data/enrichment, not the prefix');
  asking(command)
    .addHelpText(
      'after',
      `
A prefix is one of a mapping set in data/links, or a namespace written out. The
endpoint is asked fifty IRIs at a time, for these properties and for labels in the
languages of the project, then for labels of what the facts lead to. Nothing else of
the project is sent, and of an answer only what was asked for is taken. The file says
where and when it was fetched; its graph is graph/enrichment, never a report's.
Where something is not answered, nothing is written; what was answered is kept, and
asked for again only with --refresh.

Exit code 5: something was not answered.

Examples:
  meent link enrich --sparql wd=https://query.wikidata.org/sparql \\
    --property http://www.wikidata.org/prop/direct/P31
  meent link enrich --sparql ror=https://example.org/sparql --property schema:url \\
    --name ror-sites`,
    )
    .action(
      action(async (options: never) =>
        (await import('../link-enrich-command.ts')).linkEnrichCommand(setting(), options),
      ),
    );
}
