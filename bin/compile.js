// Makes lib/ from src/ for the published package: Node does not run TypeScript under node_modules.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
rmSync('lib', { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '--project', 'tsconfig.package.json'], { stdio: 'inherit' });
