import { type Declaring, Option, portOf, timeout } from './declaring.ts';

/** `meent site` and what it takes. */
export function declareSite({ program, action, setting, guard }: Declaring): void {
  program
    .command('site')
    .description('make a static site in Dutch and English in dist/site/, without validating')
    .option('-o, --output <folder>', 'folder to write to')
    .option('--with-sources', "show the words of reports too, where their texts are in 'sources/'", false)
    .option('--check', 'make nothing; see that every IRI leads to a file of the site, in every form')
    .addOption(
      new Option('--serve [port]', 'show the site on 127.0.0.1 when it is made')
        .argParser(portOf)
        .preset(8080),
    )
    .option('--ready', 'write nothing while the description of the data set has placeholders')
    .addOption(timeout(300))
    .addHelpText(
      'after',
      `
The site has a page for each thing with its Turtle and JSON-LD beside it, and
two pages that work in the browser and send nothing: search/ finds names and
other spellings, query/ answers SPARQL over the data of the site. All else
works without JavaScript. The folder can stand on any server and, but for
query/, be read from a disk. It is replaced in one step, and only where meent
made it.

The words of a report are its makers': without --with-sources only their places
are shown.

Exit codes: 1 where --check finds an IRI that leads nowhere, or --ready a
placeholder; 3 where a query or a text cannot be read, or there is no site to
look at; 6 where a query takes too long; 7 where the folder cannot be written,
or was not made by meent.

Examples:
  meent site                          # dist/site/
  meent site --serve                  # and show it on http://127.0.0.1:8080/
  meent site --serve 0 --with-sources # free port, with words of reports
  meent site -o /srv/www/commons      # somewhere else
  meent site --check                  # does every IRI lead somewhere?`,
    )
    .action(
      action(async (options: never) => {
        const {
          timeout: seconds,
          check,
          serve,
        } = options as { timeout: number; check?: true; serve?: number };
        if (check) return (await import('../check-site-command.ts')).checkSiteCommand(setting(), options);
        const code = await guard('site', setting(), [options], { seconds, secondsOption: '--timeout' });
        if (serve === undefined || code !== 0) return code;
        return (await import('../serve-site-command.ts')).serveSiteCommand(setting(), options);
      }),
    );
}
