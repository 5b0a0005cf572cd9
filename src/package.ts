import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: its ontology, shapes, queries and context serve every project. */
export const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The modules that run in threads of their own, by their path from src/ without ending. */
export const threads = ['cli/command-worker', 'export/export-worker', 'validate/worker'] as const;

/** What runs in a browser, by its name in src/browser/: `bin/compile.js` makes a script of each in lib/browser/. */
export const browserScripts = ['search', 'workbench', 'query-worker'] as const;

/** Where a thread of ours begins: in src/ where this runs from the sources, else in lib/, where this file is part of the bundle. */
export const threadEntry = (name: (typeof threads)[number]): URL =>
  new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
