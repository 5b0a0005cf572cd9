import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf } from '../../src/export/export-file.ts';
import { makeExports } from '../../src/export/exports.ts';
import type { ExportFormat } from '../../src/export/formats.ts';
import { publishExports } from '../../src/export/publish-exports.ts';
import type { Loaded } from '../../src/project/load.ts';
import type { Project } from '../../src/project/project.ts';
import { contentOf } from '../cli/support.ts';

type Data = Pick<Loaded, 'dataset' | 'prefixes'>;

/** The texts of the exports of a project, by name. */
export async function exportsOf(
  project: Project,
  data: Data,
  formats?: readonly ExportFormat[],
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for await (const file of makeExports(project, data, formats)) texts[file.name] = await textOf(file);
  return texts;
}

/** The texts of all that is published of a project, by name. */
export async function publishedOf(project: Project, data: Data): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'meent-test-'));
  try {
    await publishExports(project, data, join(folder, 'out'));
    return contentOf(join(folder, 'out'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
