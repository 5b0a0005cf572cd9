import type { Language } from '../graph/language-map.ts';
import type { Console } from './console.ts';
import { sayOfLinks } from './link-words.ts';

/** How far a long run is, on a line of a terminal that is written over; nothing anywhere else. */
export class Progress {
  readonly #console: Console;
  readonly #language: Language;
  readonly #begin = Date.now();
  #width = 0;

  constructor(console: Console, language: Language) {
    this.#console = console;
    this.#language = language;
  }

  /** @param asked how many of the questions done went over the network; the others took no time. */
  readonly show = (done: number, all: number, asked: number): void => {
    if (this.#console.width === undefined) return;
    const each = (Date.now() - this.#begin) / Math.max(1, asked);
    const left = timeOf(Math.ceil((each * (all - done)) / 1000));
    const line = sayOfLinks(this.#language, 'progress', { done, all, left }).slice(
      0,
      this.#console.width - 1,
    );
    this.#console.err(`\r${line.padEnd(this.#width)}`);
    this.#width = line.length;
  };

  /** Clears the line, before something else is written. */
  end(): void {
    if (this.#width > 0) this.#console.err(`\r${' '.repeat(this.#width)}\r`);
    this.#width = 0;
  }
}

const timeOf = (seconds: number): string =>
  seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
