import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

// Stryker works on a copy whose `node_modules` lead back to the originals; these names must lead to the copy.
export default defineConfig({
  root: at(''),
  resolve: {
    alias: [
      {
        find: /^@kalends\/core\/recurrence$/,
        replacement: at('packages/core/src/recurrence/index.ts'),
      },
      { find: /^@kalends\/core\/rrule$/, replacement: at('packages/core/src/rrule.ts') },
      { find: /^@kalends\/([a-z-]+)$/, replacement: at('packages/$1/src/index.ts') },
    ],
  },
  test: {
    include: (process.env['MUTATE_TESTS'] ?? '').split(' '),
    // Those measure time: on a busy machine they would kill by chance.
    exclude: ['**/*.cost.test.ts'],
    environment: 'node',
    // One worker for all files of a run: two thirds of a short run are the starting of workers.
    isolate: false,
    testTimeout: 30_000,
  },
})
