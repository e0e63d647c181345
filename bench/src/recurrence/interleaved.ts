/** One thing to measure. */
export interface Timed {
  readonly name: string
  readonly run: () => ArrayLike<unknown>
}

const ROUNDS = 11
const BATCH_MS = 30
/** What takes longer is run in two rounds only. */
const SLOW_MS = 200

/**
 * The median of the rounds, in nanoseconds for one run of each work.
 *
 * In every round each work has its turn, so that a machine that slows down slows them all. A work is
 * warmed up, then repeated in a round for 30 ms; a slow one runs once in a round, and in two rounds.
 */
export const interleaved = (works: readonly Timed[]): ReadonlyMap<string, number> => {
  const running = works.map((work) => ({ ...work, repeat: repeatsOf(work), rounds: [0].slice(1) }))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { run, repeat, rounds } of running) {
      if (repeat === 'slow' && round >= 2) continue
      const times = repeat === 'slow' ? 1 : repeat
      rounds.push((batchMs(run, times) * 1e6) / times)
    }
  }
  return new Map(running.map(({ name, rounds }) => [name, median(rounds)]))
}

/** Doubles until a batch takes long enough to be measured: this is the warm-up too. */
const repeatsOf = ({ run }: Timed): number | 'slow' => {
  for (let times = 1; ; times *= 2) {
    const ms = batchMs(run, times)
    if (times === 1 && ms > SLOW_MS) return 'slow'
    if (ms > BATCH_MS) return Math.max(1, Math.round((times * BATCH_MS) / ms))
  }
}

const batchMs = (run: Timed['run'], times: number): number => {
  let kept = 0
  const started = performance.now()
  for (let i = 0; i < times; i += 1) kept += run().length
  const ms = performance.now() - started
  // Looked at, so that the compiler may not leave the work out.
  return kept < 0 ? Number.NaN : ms
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
