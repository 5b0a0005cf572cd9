import { join } from 'node:path';
import { exit, Failure } from '../failure.ts';
import { findInputs, listFiles, shown } from '../project/files.ts';
import type { Project } from '../project/project.ts';
import { readUnchanged } from '../project/read-text.ts';
import { saveFiles } from '../project/save.ts';
import { type MappingFile, readMappings, writeMappings } from '../sssom/sssom.ts';

const ending = /\.sssom\.tsv$/;

/**
 * The mapping sets that a person names, or else those of a project.
 * @throws Failure 3 where one cannot be read.
 */
export async function readSets(project: Project, named: readonly string[] = []): Promise<MappingFile[]> {
  const from = process.cwd();
  const files =
    named.length > 0
      ? findInputs(named, ending, from)
      : listFiles(join(project.root, 'data/links'), ending).map((path) => ({
          path,
          shown: shown(path, from),
        }));
  return Promise.all(files.map(async (file) => readMappings(await readUnchanged(file), file.shown)));
}

/**
 * Writes a set in place of what it was, whole or not at all.
 * @throws Failure 7 where it cannot be written, or somebody else, in a spreadsheet say, has written it meanwhile.
 */
export async function replaceSet(before: MappingFile, after: MappingFile): Promise<void> {
  const { file } = before;
  if ((await readUnchanged({ path: file, shown: file })) !== writeMappings(before))
    throw new Failure(exit.unwritable, 'The file has been changed by somebody else meanwhile', {
      file,
      hint: 'It stands as they left it, with all that was decided here but for the last. Run the command again.',
    });
  await saveFiles([{ path: file, text: writeMappings(after) }]);
}
