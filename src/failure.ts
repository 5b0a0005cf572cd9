/** What the exit codes mean; see the table in README.md. */
export const exit = {
  fine: 0,
  problems: 1,
  usage: 2,
  unreadable: 3,
  unsupported: 4,
  remote: 5,
  limit: 6,
  unwritable: 7,
  bug: 70,
  interrupted: 130,
} as const;

export interface FailureDetails {
  /** File the failure was found in, as the user would write it. */
  readonly file?: string | undefined;
  /** Line in that file, counted from 1. */
  readonly line?: number | undefined;
  /** Column in that line, counted from 1 in UTF-16 code units. */
  readonly column?: number | undefined;
  /** How to mend it, one sentence. */
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/**
 * We could not do the job: wrong usage, unreadable input, output that cannot be written.
 * What is wrong with the *content* is a Problem, not a Failure.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  /** The exit code of the process that gives up on this failure. */
  readonly code: number;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly hint: string | undefined;

  constructor(code: number, message: string, details: FailureDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.file = details.file;
    this.line = details.line;
    this.column = details.column;
    this.hint = details.hint;
  }
}

/** A failure as another thread can be told of it: errors lose their class on the way. */
export type PlainFailure = Omit<FailureDetails, 'cause'> & {
  readonly code?: number;
  readonly message: string;
};

export function plainFailure(error: unknown): PlainFailure {
  if (error instanceof Failure) {
    const { code, message, file, line, column, hint } = error;
    return { code, message, file, line, column, hint };
  }
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

export const failureFrom = ({ code, message, ...details }: PlainFailure): Error =>
  code === undefined ? new Error(message) : new Failure(code, message, details);
