import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { guardInThread } from './cli/command-thread.ts';
import { processConsole } from './cli/console.ts';
import { engineFlags } from './cli/engine-flags.ts';
import { exit } from './failure.ts';

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

const args = process.argv.slice(2);
// Only here, before there is a thread or anything to compile: V8 has crashed where it was told so on the way.
for (const flag of engineFlags(args)) setFlagsFromString(flag);
const guard = guardInThread(args);
const { run } = await import('./run.ts');
const code = await run(args, processConsole, guard);
process.exitCode = code;

// A thread that was stopped may be in the middle of something that does not hear of it for minutes, and ending waits for
// all threads. Becoming another program ends them at once; where that cannot be, so does being killed.
if (code === exit.limit)
  setTimeout(() => {
    process.execve?.(process.execPath, [process.execPath, '-e', `process.exit(${code})`]);
    process.kill(process.pid, 'SIGKILL');
  }, 1000).unref();
