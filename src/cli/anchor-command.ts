import { findLines, findWords, lineOf } from '../evidence/find-passage.ts';
import { readSource, sourceFile } from '../evidence/read-source.ts';
import type { Range, SourceText } from '../evidence/source-text.ts';
import { exit, Failure } from '../failure.ts';
import { vocabulary } from '../graph/terms.ts';
import { openProject } from '../project/project.ts';
import type { Setting } from './command.ts';

/** `meent anchor`: prints where words or lines stand in a report's text, as Turtle to paste. */
export async function anchorCommand(
  { console, project: folder }: Setting,
  slug: string,
  passage: string,
): Promise<number> {
  const project = openProject(folder);
  const source = await readSource(project.sources, slug);
  if (!source)
    throw new Failure(exit.unreadable, `The text of ${slug} is not there`, {
      file: sourceFile(project.sources, slug).shown,
      hint: 'Put the text of the report there; it is not published with the graph.',
    });
  console.out(
    anchorsAsTurtle(source, [findOne(source, passage)], `${project.config.base}id/report/${slug}/`),
  );
  return exit.fine;
}

function findOne(source: SourceText, passage: string): Range {
  const lines = /^(\d+)(?:-(\d+))?$/.exec(passage);
  if (lines) {
    const found = findLines(source, Number(lines[1]), Number(lines[2] ?? lines[1]));
    if (found) return found;
    throw new Failure(exit.usage, `The text has nothing on lines ${passage}`);
  }
  const [found, ...others] = findWords(source, passage);
  if (!found)
    throw new Failure(exit.usage, `These words are not in the text: ${passage}`, {
      hint: 'Give them as the text spells them; white space does not matter.',
    });
  if (others.length === 0) return found;
  const places = [found, ...others].map(
    ({ start, end }) => `  ${start}-${end}, line ${lineOf(source, start)}\n`,
  );
  throw new Failure(
    exit.usage,
    `These words stand in ${places.length} places:\n${places.join('').trimEnd()}`,
    {
      hint: 'Give more words, so that one place is left.',
    },
  );
}

/**
 * Anchors and their selectors (Web Annotation §4.2.5), as they stand in a report's anchors.ttl, where
 * the first three lines say what the file says already.
 */
export function anchorsAsTurtle(source: SourceText, ranges: readonly Range[], base: string): string {
  return `@base <${base}> .
@prefix meent: <${vocabulary.meent.textAnchor.value.replace(/\w+$/, '')}> .
@prefix oa: <${vocabulary.oa.start.value.replace(/\w+$/, '')}> .
${ranges.map((range) => `\n${anchorAsTurtle(source, range)}`).join('')}`;
}

function anchorAsTurtle(source: SourceText, range: Range): string {
  const key = `${range.start}-${range.end}`;
  return `<anchor/${key}> a meent:TextAnchor ;
  oa:hasSource <text> ;
  oa:hasSelector <selector/${key}> ;
  meent:textDigest "${source.digest(range)}" .
<selector/${key}> a oa:TextPositionSelector ;
  oa:start ${range.start} ;
  oa:end ${range.end} .
`;
}
