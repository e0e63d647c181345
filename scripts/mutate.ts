// Mutates folders of core: `pnpm mutate`, `pnpm mutate query time`, `pnpm mutate --again event`. See docs/quality.md.
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'

/** A folder of core, the tests that judge its mutants, and the score that it must not fall below. */
interface Folder {
  readonly tests: readonly string[]
  /** Per cent, as last measured and rounded down; null: not measured yet, so it is mutated only when it is named. */
  readonly floor: number | null
}

const core = (folder: string): string => `packages/core/src/${folder}/**/*.test.ts`

const testing = (...names: readonly string[]): readonly string[] =>
  names.map((name) => `packages/testing/test/${name}.test.ts`)

/** The folders of core, in the order of what their mistakes cost. `bot`, `webhook` and `policy/bots` are not among them yet. */
const folders: Readonly<Record<string, Folder>> = {
  event: { tests: [core('event')], floor: 94 },
  policy: { tests: [core('policy')], floor: 93 },
  occurrence: { tests: [core('occurrence')], floor: 94 },
  query: { tests: [core('query')], floor: 97 },
  calendar: { tests: [core('calendar')], floor: 98 },
  bookmark: { tests: [core('bookmark')], floor: 100 },
  training: { tests: [core('training')], floor: 99 },
  time: { tests: [core('time')], floor: 95 },
  recurrence: { tests: [core('recurrence')], floor: null },
  ports: {
    tests: [
      core('ports'),
      ...testing('live-sessions', 'changes', 'numbered-page', 'tenant-queries'),
    ],
    floor: null,
  },
  service: {
    tests: [core('service'), ...testing('changes', 'explain', 'find-times', 'live-sessions')],
    floor: null,
  },
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { again: { type: 'boolean', default: false } },
})

const unknown = positionals.filter((name) => !Object.hasOwn(folders, name))
if (unknown.length > 0) {
  console.error(
    `No such folder: ${unknown.join(', ')}. There are ${Object.keys(folders).join(', ')}.`,
  )
  process.exit(2)
}

// A few runs of each law: what only the thousandth finds is not what tests find every day.
process.env['LAW_RUNS'] ??= '0.1'

for (const [name, { tests, floor }] of Object.entries(folders)) {
  const isAsked = positionals.length === 0 ? floor !== null : positionals.includes(name)
  if (!isAsked) continue
  process.env['MUTATE_TESTS'] = tests.join(' ')
  await new Stryker(optionsFor(name, floor)).runMutationTest()
}

function optionsFor(name: string, floor: number | null): ConstructorParameters<typeof Stryker>[0] {
  const sources = `packages/core/src/${name}/**`
  return {
    mutate: [
      `${sources}/*.ts`,
      `!${sources}/*.{test,test-d}.ts`,
      `!${sources}/index.ts`,
      `!${sources}/bots/**`,
    ],
    testRunner: 'vitest',
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
    vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // What runs once, on loading, every test would have to judge.
    ignoreStatic: true,
    concurrency: 1,
    tempDirName: '.cache/mutation/sandbox',
    ignorePatterns: ['.cache', '.turbo', 'coverage', '**/dist', 'docs', 'examples', 'bench'],
    incremental: true,
    incrementalFile: `.cache/mutation/${name}.json`,
    force: values.again,
    thresholds: { high: 100, low: floor ?? 0, break: floor },
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  }
}
