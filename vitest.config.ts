import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** `npm test` runs everything but the campaigns; `npm run test:deep` (mode deep) runs the campaigns too. */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'deep' ? ['test/**/*.test.{ts,tsx}', 'test/**/*.deep.ts'] : ['test/**/*.test.{ts,tsx}'],
    testTimeout: mode === 'deep' ? 600_000 : 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // of two cores one would stay idle while a test waits for a program it started
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
}));
