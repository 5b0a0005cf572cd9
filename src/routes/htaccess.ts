import type { Answer, Route, Routes } from './routes.ts';

/** Who answers for the rules, as the people who run w3id.org ask to be told. */
export interface HtaccessNotes {
  /** Where to write about them. */
  readonly contact?: string | undefined;
}

/**
 * The rules of a table for Apache's mod_rewrite, as an `.htaccess` file for the folder that answers for the base, as
 * w3id.org has one for each project: every answer is a redirection with 303, since a thing is not the document about it.
 * Of the media types that somebody takes, those with full weight come first, then any; weights below 1 are not compared.
 */
export function asHtaccess({ base, routes }: Routes, { contact }: HtaccessNotes = {}): string {
  const types = [
    ...new Set(routes.flatMap(({ answers }) => answers.map(({ mediaTypes }) => mediaTypes.join(' ')))),
  ];
  return [
    `# Where ${base} leads: the .htaccess of that folder. Made by meent from one table; change that, not this.\n`,
    ...(contact === undefined ? [] : [`# Contact: ${contact}\n`]),
    '\nOptions -MultiViews\n<IfModule mod_headers.c>\n  Header always merge Vary Accept\n</IfModule>\nRewriteEngine on\n',
    "\n# What is taken: 'best' with full weight, 'some' with less.\n",
    ...types.flatMap((mediaTypes) => takenRules(mediaTypes.split(' '))),
    ...routes.map(routeRules),
  ].join('');
}

/** A name for an environment variable, from the first of some media types. */
const variableOf = ([first]: readonly string[]): string =>
  `TAKES_${first!.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;

function takenRules(mediaTypes: readonly string[]): string[] {
  const type = `(?:^|,)\\s*(?:${mediaTypes.map(escaped).join('|')})\\s*`;
  // Looked at before the white space: else that would be given back to get round it.
  const other = '(?:;(?!\\s*q=)[^,;]*)*';
  const set = (value: string) => `RewriteRule ^ - [E=${variableOf(mediaTypes)}:${value}]\n`;
  const taken = (parameters: string) =>
    `RewriteCond %{HTTP_ACCEPT} ${type}${other}${parameters}(?:,|$) [NC]\n`;
  return [
    taken('(?:;\\s*q=(?:1[.0]*|0\\.0*[1-9][0-9]*)\\s*)?'),
    set('some'),
    taken('(?:;\\s*q=1[.0]*\\s*)?'),
    set('best'),
  ];
}

function routeRules({ paths, below, answers }: Route): string {
  const isUsed = answers.some(hasPart);
  const all = paths.map(escaped).join('|');
  const own = paths.length === 1 ? all : `(?:${all})`;
  const rest = !below ? '' : isUsed ? '(?:/(.*))?' : '(?:/.*)?';
  const pattern = isUsed ? `^(${own}${rest})$` : `^${own}${rest}$`;
  const rule = (answer: Answer) =>
    `RewriteRule ${pattern} ${substitution(answer)} [R=303,L${hasPart(answer) ? '' : ',NE'}]\n`;
  const wanted = (value: string) =>
    answers.map((answer) => `RewriteCond %{ENV:${variableOf(answer.mediaTypes)}} =${value}\n${rule(answer)}`);
  const isChoice = answers.length > 1;
  return ['\n', ...(isChoice ? [...wanted('best'), ...wanted('some')] : []), rule(answers[0]!)].join('');
}

const hasPart = ({ address }: Answer): boolean => /\{(?:path|rest)\}/.test(address);

/** An address as a substitution, where a dollar and a percent sign would refer to what has matched. */
const substitution = ({ address }: Answer): string =>
  address
    .replace(/[$%\\]/g, '\\$&')
    .replaceAll('{path}', '$1')
    .replaceAll('{rest}', '$2');

/** A text as a regular expression that matches it alone; the server has resolved its percent signs when it looks. */
const escaped = (text: string): string =>
  decoded(text)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[\s"'#]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
