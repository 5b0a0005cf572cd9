import { exit, Failure } from '../failure.ts';
import type { Position } from '../graph/positions.ts';
import type { ProjectFile } from './files.ts';
import { readText } from './read-text.ts';

/** An IRI that a project has published, with the place in the list that says so. */
export interface PublishedIri extends Position {
  readonly iri: string;
  /** The line of the list. */
  readonly excerpt: string;
}

const standardHeader = `# The IRIs that this project has published: a namespace, and below it the names in it. None of them may disappear
# without owl:deprecated true and dcterms:isReplacedBy. \`meent published --update\` adds what is new.
`;

/**
 * Reads the list of published IRIs: a namespace a line, and below it the names in it, each on a line of its own that
 * begins with a space. Comments stand on top.
 * @throws Failure 3 with file and line where a line is none of these.
 */
export async function readPublished(file: ProjectFile): Promise<PublishedIri[]> {
  const found: PublishedIri[] = [];
  let namespace: string | undefined;
  for (const [index, line] of linesOf(await readText(file)).entries()) {
    const refuse = (message: string, hint: string) =>
      new Failure(exit.unreadable, message, { file: file.shown, line: index + 1, hint });
    if (line.trim() === '') continue;
    if (line.startsWith('#')) {
      if (namespace === undefined) continue;
      throw refuse(
        'A comment stands among the IRIs',
        'Move it to the top: `meent published --update` keeps those.',
      );
    }
    const [, indent, word] = /^([ \t]*)(\S+)[ \t]*$/.exec(line) ?? [];
    if (word === undefined || (indent === '' && !/^[a-z][a-z0-9+.-]*:.*[#/:]$/i.test(word)))
      throw refuse(
        `Neither a namespace nor a name: ${line.trim()}`,
        'A namespace ends with # or /; a name stands below it on a line of its own, after two spaces.',
      );
    if (indent === '') namespace = word;
    else if (namespace === undefined)
      throw refuse('This name stands below no namespace', 'Put its namespace above it.');
    else found.push({ iri: namespace + word, line: index + 1, column: indent!.length + 1, excerpt: line });
  }
  return found;
}

/**
 * The list of some IRIs, in one order.
 * @param before the list as it was, whose comments are kept.
 */
export function publishedAsText(iris: Iterable<string>, before = ''): string {
  const namespaces = Map.groupBy([...new Set(iris)].sort(), (iri) => iri.slice(0, -localNameOf(iri).length));
  const comments = linesOf(before).filter((line) => line.startsWith('#'));
  const header = comments.length > 0 ? `${comments.join('\n')}\n` : standardHeader;
  const blocks = [...namespaces]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([namespace, all]) => `\n${namespace}\n${all.map((iri) => `  ${localNameOf(iri)}\n`).join('')}`);
  return header + blocks.join('');
}

/** What comes after the last `#`, `/` or `:` that has something behind it. */
const localNameOf = (iri: string): string => /[^#/:]+[#/:]*$/.exec(iri)![0];

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);
