import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The engine takes a second to load in each worker.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
