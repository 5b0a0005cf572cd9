// Validates units in a thread of its own, so that a machine's other processors help and a look that never ends can be stopped.

// As in the process itself: each thread has an Object of its own.
delete (Object.prototype as { __proto__?: unknown }).__proto__;

const { work } = await import('./unit-thread.ts');
await work();
