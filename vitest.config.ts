import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Folders whose tests share nothing but pure functions: one process runs many of their files and loads the program once. */
const pure = ['compare', 'grouper', 'payment', 'policy', 'scenario', 'stay'].map(folder => `test/${folder}`);

/** `npm test` runs everything but the campaigns; `npm run test:deep` (mode deep) runs the campaigns too. */
export default defineConfig(({ mode }) => {
  const names = mode === 'deep' ? ['*.test.{ts,tsx}', '*.deep.ts'] : ['*.test.{ts,tsx}'];
  const within = (folders: readonly string[]) => folders.flatMap(folder => names.map(name => `${folder}/**/${name}`));
  const shared = {
    testTimeout: mode === 'deep' ? 600_000 : 60_000,
    hookTimeout: 120_000,
    pool: 'forks' as const,
  };
  return {
    test: {
      // of two cores one would stay idle while a test waits for a program it started
      maxWorkers: Math.max(2, availableParallelism() - 1),
      projects: [
        { test: { ...shared, name: 'rules', include: within(pure), isolate: false } },
        {
          test: {
            ...shared,
            name: 'program',
            include: within(['test']),
            exclude: [...pure.map(folder => `${folder}/**`), 'node_modules/**'],
          },
        },
      ],
    },
  };
});
