import { defineConfig } from 'vitest/config'

// The workspace's packages are read from their sources, so tests need no build. Naming any condition
// replaces the defaults, hence the rest of the list.
const conditions = ['@kalends/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'examples/*/src/**/*.test.ts',
      'examples/*/test/**/*.test.ts',
    ],
    environment: 'node',
    // Loading the packages anew for each file cost more than many of the files' tests.
    isolate: false,
    maxWorkers: '100%',
    // Only what hangs should fail by the clock, also on a machine that is busy with other things.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    typecheck: {
      enabled: true,
      include: ['packages/*/src/**/*.test-d.ts'],
      tsconfig: './tsconfig.json',
      ignoreSourceErrors: true, // `check:types` reports those
    },
    reporters: ['default', ['json', { outputFile: '.cache/tests.json' }]],
  },
})
