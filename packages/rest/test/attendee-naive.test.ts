import { expect, test } from 'vitest'
import { pageBehind, syncByClock } from './attendee-naive.js'

test('A-D3: naive: a sync by wall clock never hears of what was stamped before and came after', () => {
  const rows = [
    { id: 'slow', stampedAt: 10, committedAt: 30 },
    { id: 'quick', stampedAt: 20, committedAt: 21 },
  ]
  const first = syncByClock(rows, 0, 25)
  expect(first.map(({ id }) => id)).toEqual(['quick'])
  const since = Math.max(...first.map(({ stampedAt }) => stampedAt))
  for (const now of [26, 31, 1000]) {
    expect(syncByClock(rows, since, now).map(({ id }) => id)).not.toContain('slow')
  }
})

test('A-D4: naive: a cursor of one order is taken in another, and rows are lost in silence', () => {
  const all = Array.from({ length: 250 }, (_, n) => ({ id: n, start: n, updated: (n * 97) % 250 }))
  const first = pageBehind(all, ({ start }) => start, -1)
  const second = pageBehind(all, ({ updated }) => updated, first.at(-1)?.start ?? 0)
  const third = pageBehind(all, ({ updated }) => updated, second.at(-1)?.updated ?? 0)
  const seen = new Set([...first, ...second, ...third].map(({ id }) => id))
  expect([first, second, third].map(({ length }) => length)).toEqual([100, 100, 50])
  expect(seen.size).toBeLessThan(250)
})
