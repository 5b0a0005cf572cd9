import { defineConfig } from 'vitest/config';
import { stripped } from './test/strip-once.ts';

export default defineConfig({
  test: {
    // Many tests wait for processes and servers of their own; by default one processor would be left idle.
    maxWorkers: '100%',
    globalSetup: 'test/strip-once.ts',
    env: { NODE_COMPILE_CACHE: stripped },
    include: ['test/**/*.test.ts'],
    // The files of a worker share its modules: loading the engine again for each takes a quarter of all time.
    isolate: false,
    // The engine takes a second to load in each worker.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
