import assert from 'node:assert/strict'
import type { RecurrenceSet } from '@kalends/core/recurrence'
import * as fc from 'fast-check'
import { hostileSet } from '../arbitraries/index.js'
import type { Law } from './law.js'

/** Opens a set and asks for a page of a hundred, in either direction; may refuse. What is under law here. */
export type AskPage = (set: RecurrenceSet, direction: 'forward' | 'backward') => unknown

const MOST_MS = 50
const MOST_BYTES = 50_000_000

/** A machine that stops for a moment is not the engine's fault; nor is the first use of a zone. */
const TRIES = 4

/** RECUR-012: a page costs at most 50 ms and 50 MB, whatever the rule. A refusal is an answer too. */
export const aPageIsCheap = (askPage: AskPage) =>
  fc.property(hostileSet(), fc.constantFrom('forward', 'backward'), (set, direction) => {
    let leastMs = Infinity
    for (let tries = 0; tries < TRIES && leastMs > MOST_MS; tries += 1) {
      const before = bytesUsed()
      const startedMs = workedMs()
      askPage(set, direction)
      leastMs = Math.min(leastMs, workedMs() - startedMs)
      assert.ok(bytesUsed() - before < MOST_BYTES)
    }
    assert.ok(leastMs <= MOST_MS, `${leastMs} ms`)
  })

/** What this thread has worked: a machine that is busy with other things does not count. From Node 23.9 on; else the clock. */
const workedMs = (): number => {
  if (typeof process.threadCpuUsage !== 'function') return performance.now()
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const bytesUsed = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Counts a great COUNT one by one. RECUR-012 must reject it. */
export const countsOneByOne =
  (askPage: AskPage): AskPage =>
  (set, direction) => {
    const { count } = set.rules[0] ?? { count: null }
    const until = performance.now() + ((count ?? 0) >= 1e6 ? MOST_MS : 0)
    while (performance.now() < until);
    return askPage(set, direction)
  }

/** Keeps everything it has counted. RECUR-012 must reject it. */
export const keepsWhatItCounted =
  (askPage: AskPage): AskPage =>
  (set, direction) => {
    const { count } = set.rules[0] ?? { count: null }
    const kept = new Float64Array(Math.min(count ?? 0, 1e7))
    return [kept, askPage(set, direction)]
  }

/** What must hold of rules that were written to cost. */
export const hostileLaws: readonly Law<AskPage>[] = [
  {
    title: 'RECUR-012 answers cheaply, or refuses',
    law: aPageIsCheap,
    faults: { countsOneByOne, keepsWhatItCounted },
  },
]
