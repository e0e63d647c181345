import { Bench } from 'tinybench'

/** One thing to measure. Asynchronous work is awaited. */
export interface Work {
  readonly name: string
  readonly run: () => unknown
}

/** The middle of the rounds' medians, in microseconds. */
export type Medians = ReadonlyMap<string, number>

const ROUNDS = 5

/**
 * Measures works beside each other, in rounds, so that a machine that slows down slows them all.
 *
 * Ratios of the figures mean something; the figures themselves are this machine's.
 */
export const sideBySide = async (works: readonly Work[]): Promise<Medians> => {
  const rounds = new Map<string, number[]>(works.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    const bench = new Bench({ time: 200, warmupTime: round === 0 ? 200 : 20 })
    for (const { name, run } of works) bench.add(name, run)
    for (const task of await bench.run()) {
      if (task.result.state !== 'completed') throw new Error(`${task.name} did not complete`)
      rounds.get(task.name)?.push(task.result.latency.p50 * 1000)
    }
  }
  return new Map([...rounds].map(([name, medians]) => [name, median(medians)]))
}

/** The median of at least one number. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
