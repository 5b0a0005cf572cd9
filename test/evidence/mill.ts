import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RecordedText, recordedTexts } from '../../src/evidence/anchors.ts';
import { SourceText } from '../../src/evidence/source-text.ts';
import { loadData } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { newFolder } from '../cli/support.ts';
import { root } from '../support.ts';

/** A small project whose report has a text of its own: an evening at a village mill. */
export const mill = join(root, 'test/evidence/project');

/** The text of its report. */
export const millText = readFileSync(join(mill, 'sources/evening-at-the-mill.txt'), 'utf8');

/** What its graph records of that text. */
export async function recordedMill(): Promise<RecordedText> {
  const { dataset } = await loadData(openProject(mill));
  return recordedTexts(dataset)[0]!;
}

/** The words of a passage of a text. */
export const wordsAt = (text: string, place: { start: number; end: number }): string =>
  new SourceText(text).slice(place);

/** The files of the project that tests change, by a short name. */
export const files = {
  text: 'sources/evening-at-the-mill.txt',
  anchors: 'data/reports/evening-at-the-mill/anchors.ttl',
  claims: 'data/reports/evening-at-the-mill/claims.ttl',
  report: 'data/reports/evening-at-the-mill/report.ttl',
} as const;

/** A copy of the project in a folder that is gone after the test, with files changed, or taken away. */
export function millWith(
  changes: Partial<Record<keyof typeof files, (content: string) => string | undefined>> = {},
): string {
  const folder = newFolder();
  cpSync(mill, folder, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const path = join(folder, files[name as keyof typeof files]);
    const content = change(readFileSync(path, 'utf8'));
    if (content === undefined) rmSync(path);
    else writeFileSync(path, content);
  }
  return folder;
}

/** The content of all files in a folder, by name. */
export const textOfAll = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );
