import { exit, type PlainFailure } from '../failure.ts';
import type { FailureKind } from './messages.ts';

/** What a page says of a failure, in its own language: a sentence by its kind, with a value in it. */
export interface Kind {
  readonly kind: FailureKind;
  readonly value?: string | undefined;
}

/** What is wrong with a query, by what the engine says of it in English. */
const kinds: readonly (readonly [FailureKind, RegExp])[] = [
  ['prefix', /: Unknown prefix: (.*)$/],
  ['early', /: it ends too early$/],
  ['deep', /: it is nested too deeply$/],
  ['token', /: .*did not expect '(.+)'$/s],
  ['empty', /^There is no query$/],
];

/** The kind of a failure: what the query is not, or has too much of, or that it would not be answered by anybody. */
export function kindOf({ code, message }: PlainFailure): Kind {
  if (code === exit.unsupported) return { kind: 'refused' };
  if (code === exit.limit) return { kind: 'rows', value: /\d+/.exec(message)?.[0] };
  if (code !== exit.unreadable) return { kind: 'unknown' };
  for (const [kind, pattern] of kinds) {
    const found = pattern.exec(message);
    if (found) return { kind, value: found[1] };
  }
  return { kind: 'query' };
}
