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
      {
        find: /^@kalends\/storage-sql\/sqlite$/,
        replacement: at('packages/storage-sql/src/sqlite.ts'),
      },
      { find: /^@kalends\/([a-z-]+)$/, replacement: at('packages/$1/src/index.ts') },
    ],
  },
  test: {
    include: (process.env['MUTATE_TESTS'] ?? '').split(' '),
    // The first measure time: on a busy machine they would kill by chance. The size is that of the sources, not of the copy. In a
    // thread, where mutants are run, the process keeps its time zone.
    exclude: ['**/*.cost.test.ts', '**/entry-size.test.ts', '**/process-time-zone.test.ts'],
    environment: 'node',
    // One worker for all files of a run: two thirds of a short run are the starting of workers.
    isolate: false,
    testTimeout: 30_000,
  },
})
