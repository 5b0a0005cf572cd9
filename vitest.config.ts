import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Many tests wait for processes and servers of their own; by default one processor would be left idle.
    maxWorkers: '100%',
    include: ['test/**/*.test.ts'],
    // The engine takes a second to load in each worker.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
