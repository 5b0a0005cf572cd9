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
The words of a report are its makers': without --with-sources only their places
are shown.

Examples:
  meent site
  meent site --with-sources --serve
  meent site --check`,
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
