import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Many tests wait for processes and servers of their own; by default one processor would be left idle.
    maxWorkers: '100%',
    include: ['test/**/*.long.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
