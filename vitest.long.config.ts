import { defineConfig } from 'vitest/config';
import { stripped } from './test/strip-once.ts';

export default defineConfig({
  test: {
    // Many tests wait for processes and servers of their own; by default one processor would be left idle.
    maxWorkers: '100%',
    globalSetup: 'test/strip-once.ts',
    env: { NODE_COMPILE_CACHE: stripped },
    include: ['test/**/*.long.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
