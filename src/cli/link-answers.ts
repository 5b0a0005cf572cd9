/** What a person decides, with what they say beside it. */
export interface Said {
  readonly key: 'yes' | 'no' | 'unsure';
  readonly rest: string;
}

/** What a person says to a question. */
export type Answer = Said | { readonly key: 'skip' | 'undo' | 'stop' | 'help'; readonly rest?: never };

type Key = Answer['key'];

/** Answers in Dutch and English; both are understood in either language, so that a file of answers means one thing. */
const words: Readonly<Record<string, Key>> = {
  y: 'yes',
  yes: 'yes',
  j: 'yes',
  ja: 'yes',
  n: 'no',
  no: 'no',
  nee: 'no',
  u: 'unsure',
  unsure: 'unsure',
  t: 'unsure',
  twijfel: 'unsure',
  s: 'skip',
  skip: 'skip',
  o: 'skip',
  overslaan: 'skip',
  undo: 'undo',
  terug: 'undo',
  q: 'stop',
  quit: 'stop',
  stop: 'stop',
  '?': 'help',
  help: 'help',
  hulp: 'help',
};

/** The answer in a line; undefined where it is none. Only yes, no and unsure may have more behind them. */
export function answerIn(line: string): Answer | undefined {
  const [, word, rest] = /^\s*(\S+)\s*([^]*?)\s*$/.exec(line) ?? [];
  const lower = word?.toLowerCase() ?? '';
  const key = Object.hasOwn(words, lower) ? words[lower]! : undefined;
  if (key === undefined) return undefined;
  if (key === 'yes' || key === 'no' || key === 'unsure') return { key, rest: rest ?? '' };
  return rest === '' ? { key } : undefined;
}
