import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const conditions = ['source', 'module', 'node', 'import', 'default'];

// Cross-package imports resolve to sources, so a test never sees a stale build.
const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
} as const;

const setupFiles = [fileURLToPath(new URL('test/fixed-seed.ts', import.meta.url))];

export default defineConfig({
  ...shared,
  test: {
    env: { TZ: 'UTC' },
    // Every core: left alone, one of two would stay idle.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['packages/privacy/src/**'] },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'examples/src/**/*.test.ts'],
          setupFiles,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      { ...shared, test: { name: 'architecture', include: ['test/architecture.test.ts'] } },
      {
        ...shared,
        test: {
          name: 'end-to-end',
          include: ['test/e2e/**/*.test.ts'],
          setupFiles,
          testTimeout: 600_000,
          hookTimeout: 900_000,
          // A browser on a busy machine may lose an event; what fails twice is wrong.
          retry: 1,
        },
      },
    ],
  },
});
