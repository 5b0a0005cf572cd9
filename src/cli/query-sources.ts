import { exit, Failure } from '../failure.ts';
import { addressOf, allowOrigins } from '../fetch/origins.ts';
import type { Inputs, Project } from '../project/project.ts';
import type { Remote } from '../query/engine.ts';
import type { Setting } from './command.ts';

export interface SourceOptions {
  /** Files to ask instead of the project's data. */
  readonly data?: readonly string[] | undefined;
  /** Addresses of SPARQL endpoints to ask instead of the project's data, or beside `data`. */
  readonly endpoint: readonly string[];
  /** Origins that a query may ask with SERVICE. */
  readonly allowOrigin: readonly string[];
  /** How long a query may take, seconds. */
  readonly timeout: number;
  /** How many rows or triples an answer may have. */
  readonly maxRows: number;
}

/** The longest answer that is taken from a service, in bytes. */
const longestAnswer = 64 * 2 ** 20;

/** What stands in for the files of the project. */
export function inputsOf({ data, endpoint }: SourceOptions, name: string | undefined): Inputs {
  if (name === '-' && data?.includes('-'))
    throw new Failure(exit.usage, 'Standard input cannot be both the query and the data', {
      hint: 'Put one of them in a file.',
    });
  return data || endpoint.length > 0 ? { data: data ?? [], shapes: [] } : {};
}

/** Whom a query may ask beside the data at hand. */
export const remoteOf = (
  { endpoint, allowOrigin, timeout }: SourceOptions,
  { config }: Project,
  { version, console }: Pick<Setting, 'version' | 'console'>,
): Remote => ({
  endpoints: endpoint.map((address) => addressOf(address).href),
  origins: allowOrigins([...endpoint, ...allowOrigin], config.allowedOrigins),
  seconds: timeout,
  bytes: longestAnswer,
  userAgent: `meent/${version}${config.contact ? ` (${config.contact})` : ''}`,
  warn: (message) => console.err(`${message}\n`),
});
