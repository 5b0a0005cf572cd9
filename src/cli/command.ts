import type { Console } from './console.ts';
import type { Language } from './words.ts';

/** What every command is given beside its own options. */
export interface Setting {
  readonly console: Console;
  readonly language: Language;
  /** The project's folder, as the user named it. */
  readonly project: string;
}
