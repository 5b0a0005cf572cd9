import { exit, Failure } from '../failure.ts';
import { openProject } from '../project/project.ts';
import { serveSite } from '../site/serve-site.ts';
import type { Setting } from './command.ts';
import type { OutputOptions } from './export-command.ts';
import { siteFolder } from './site-command.ts';
import { say } from './words.ts';

export interface ServeOptions extends OutputOptions {
  /** The port; 0 for one that is free. */
  readonly serve: number;
}

/** `meent site --serve`: shows the site on this machine until it is stopped. */
export async function serveSiteCommand(
  { console, language, project: folder }: Setting,
  options: ServeOptions,
): Promise<number> {
  const site = siteFolder(openProject(folder), options);
  const { server, address } = await serveSite(site, options.serve).catch((cause: Error) => {
    throw new Failure(exit.unwritable, `Cannot serve the site on port ${options.serve}: ${cause.message}`, {
      hint: 'Give another port: --serve 0 takes one that is free.',
      cause,
    });
  });
  console.out(`${say(language, 'serving', { address })}\n`);
  await new Promise((closed) => server.on('close', closed));
  return exit.fine;
}
