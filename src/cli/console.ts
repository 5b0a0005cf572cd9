import { createInterface } from 'node:readline';

/** Where a command reads and writes: the process's own, or a test's. */
export interface Console {
  /** Data and reports. */
  readonly out: (text: string) => void;
  /** Everything else. */
  readonly err: (text: string) => void;
  /** All of standard input. */
  readonly read: () => Promise<string>;
  /** Standard input line by line, without the ends of lines; a line is there as soon as it has ended. */
  readonly lines: () => AsyncGenerator<string>;
  /** Whether a person types on standard input. */
  readonly isTyped: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal; undefined where output is not a terminal. */
  readonly width: number | undefined;
  /** Whether output may be coloured: on a terminal, unless NO_COLOR says no. */
  readonly colour: boolean;
}

// Who reads us may stop early, as `head` does: then there is nothing left to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** The console of this process. */
export const processConsole: Console = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  async read() {
    process.stdin.setEncoding('utf8');
    let text = '';
    for await (const part of process.stdin) text += part;
    return text;
  },
  async *lines() {
    const reader = createInterface({ input: process.stdin, crlfDelay: Infinity });
    try {
      yield* reader;
    } finally {
      reader.close();
    }
  },
  isTyped: process.stdin.isTTY === true,
  env: process.env,
  width: process.stdout.isTTY ? process.stdout.columns || 80 : undefined,
  colour: process.stdout.isTTY && !process.env['NO_COLOR'],
};
