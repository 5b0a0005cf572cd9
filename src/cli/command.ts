import type { Console } from './console.ts';
import type { Language } from './words.ts';

/** What every command is given beside its own options. */
export interface Setting {
  readonly console: Console;
  readonly language: Language;
  /** Version of this tool. */
  readonly version: string;
  /** The project's folder, as the user named it. */
  readonly project: string;
}
