import { join } from 'node:path';
import { listFiles, type ProjectFile, shown } from './files.ts';
import { packageRoot } from '../package.ts';
import type { Project } from './project.ts';
import { readText } from './read-text.ts';

/** A file that a test holds a rule against. */
export interface Example extends ProjectFile {
  readonly text: string;
}

const folders = ['test/shapes', 'test/queries/checks', 'test/evidence/rules'];

/** The examples of a project's rules: those of the package, then its own. */
export function readExamples({ root }: Project, from: string = process.cwd()): Promise<Example[]> {
  const roots = root === packageRoot ? [root] : [packageRoot, root];
  const paths = roots.flatMap((each) =>
    folders.flatMap((name) => listFiles(join(each, name), /\.(ttl|trig)$/)),
  );
  return Promise.all(
    paths.map(async (path) => {
      const file = { path, shown: shown(path, from) };
      return { ...file, text: await readText(file) };
    }),
  );
}
