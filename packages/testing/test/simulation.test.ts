import { describe, expect, test } from 'vitest'
import { simulate } from '../src/simulation/index.js'
import { planted } from './simulation/planted.js'
import { memory, sqlite } from './simulation/subjects.js'

describe.each([
  ['memory', memory],
  ['SQLite', sqlite],
])('simulated on %s', (_name, subject) => {
  test.each([1, 2, 3, 4, 5])(
    'seed %d: no promise is broken on a bad day',
    async (seed) => {
      const { broken, counts } = await simulate(subject, { seed, steps: 300 })
      expect(broken).toBeNull()
      expect(counts.happened).toBeGreaterThan(5)
    },
    30_000,
  )

  test('the same seed happens in the same way', async () => {
    const [one, other] = [
      await simulate(subject, { seed: 8984, steps: 300 }),
      await simulate(subject, { seed: 8984, steps: 300 }),
    ]
    expect(other.hash).toBe(one.hash)
    expect((await simulate(subject, { seed: 8985, steps: 300 })).hash).not.toBe(one.hash)
  }, 30_000)
})

test.each(planted)(
  '%s is found',
  async (_title, subject, invariant) => {
    const found: string[] = []
    for (let seed = 1; seed <= 8 && !found.includes(invariant); seed += 1) {
      const { broken } = await simulate(subject, { seed, steps: 2500 })
      if (broken !== null) found.push(broken.invariant)
    }
    expect(found).toContain(invariant)
  },
  60_000,
)
