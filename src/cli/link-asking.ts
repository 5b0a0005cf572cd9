import { join } from 'node:path';
import type { Unwilling } from '../fetch/fetch-whole.ts';
import { allowOrigins } from '../fetch/origins.ts';
import { userAgent } from '../fetch/politely.ts';
import { Answers, type Asking } from '../link/answers.ts';
import { shown } from '../project/files.ts';
import type { Project } from '../project/project.ts';
import type { Setting } from './command.ts';
import type { Progress } from './link-progress.ts';
import { sayOfLinks } from './link-words.ts';

/** How the commands that ask others are told to ask. */
export interface AskingOptions {
  readonly cache?: string | undefined;
  readonly offline: boolean;
  readonly refresh: boolean;
  readonly timeout: number;
  readonly pause: number;
  readonly patience: number;
  /** Whom answers may lead to, beside those that are named to be asked. */
  readonly allowOrigin?: readonly string[];
}

/** The longest answer that is taken, in bytes. */
const longestAnswer = 16 * 2 ** 20;

/**
 * How others are asked: politely, saying who asks, with what they answered kept; nobody where no address is given, or offline.
 * @throws Failure 2 where the settings name nobody who can be written to.
 */
export function askingFor(
  addresses: readonly string[],
  options: AskingOptions,
  { root, config }: Project,
  { version, language, console }: Setting,
  progress: Progress,
): Asking {
  const manners =
    addresses.length === 0 || options.offline
      ? undefined
      : {
          bounds: {
            origins: allowOrigins([...addresses, ...(options.allowOrigin ?? [])], config.allowedOrigins),
            seconds: options.timeout,
            bytes: longestAnswer,
            userAgent: userAgent(version, config.contact, shown(join(root, 'meent.json'), process.cwd())),
          },
          pause: options.pause,
          backOff: 60,
          patience: options.patience,
          onWait: (seconds: number, { message }: Unwilling) => {
            progress.end();
            console.err(`${sayOfLinks(language, 'waiting', { message, seconds: Math.ceil(seconds) })}\n`);
          },
        };
  return {
    answers: new Answers(options.cache ?? join(root, '.meent/answers')),
    manners,
    refresh: options.refresh,
  };
}
