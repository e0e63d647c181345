import * as E from 'fp-ts/lib/Either.js'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DomainEvent } from './domain-event.js'
import { DomainEventCodec } from './domain-event.js'
import { evolve } from './evolve.js'
import { raisesRevision } from './raises-revision.js'
import { initialState } from './state.js'

const golden: readonly DomainEvent[] = readFileSync(
  new URL('domain-event.golden.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line): unknown => JSON.parse(line))
  .flatMap((line) => {
    const decoded = DomainEventCodec.decode(line)
    return E.isRight(decoded) ? [decoded.right] : []
  })

const revisionAfter = (...history: readonly DomainEvent[]): number | null => {
  const state = history.reduce(evolve, initialState)
  return state.type === 'Absent' ? null : state.event.revision
}

test('raisesRevision: of every stored shape it says whether the event has the revision of it then', () => {
  const beginnings = golden.filter(({ type }) => type === 'SplitOff' || type === 'Imported')
  let compared = 0
  for (const begun of beginnings) {
    const before = revisionAfter(begun)
    for (const happened of golden) {
      const after = revisionAfter(begun, happened)
      if (!raisesRevision(happened)) expect(after).toBe(before)
      else if ('revision' in happened) expect([before, happened.revision]).toContain(after)
      else expect(after).toBe(1)
      if (after !== before) compared += 1
    }
  }
  expect(compared).toBeGreaterThan(20)
})
