import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { processConsole } from './cli/console.ts';

// Most of a start is compiling the query engine; the second start finds that done.
enableCompileCache();
const cache = getCompileCacheDir();
// Threads look there.
if (cache) process.env['NODE_COMPILE_CACHE'] ??= cache;

// A document with the key __proto__ would otherwise reach every object; what we depend on works without it.
delete (Object.prototype as { __proto__?: unknown }).__proto__;

// Output is switched in one step, so there is nothing to undo. 128 and the number of the signal.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2), processConsole);
