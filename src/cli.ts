import { enableCompileCache } from 'node:module';
import { processConsole } from './cli/console.ts';

// Most of a start is compiling the query engine; the second start finds that done.
enableCompileCache();

// A document with the key __proto__ would otherwise reach every object; what we depend on works without it.
delete (Object.prototype as { __proto__?: unknown }).__proto__;

const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2), processConsole);
