import type { Failure } from '../failure.ts';
import { type Language, say } from './words.ts';

/** What went wrong, where, and how to mend it. */
export function failureAsText({ file, line, message, hint }: Failure, language: Language): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return `${place}${place && ': '}${message}\n${hint ? `${say(language, 'hint', { hint })}\n` : ''}`;
}
