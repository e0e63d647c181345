import { closeWindow, holds as isHeld } from '@kalends/core'
import { describe, expect, test } from 'vitest'
import * as laws from '../src/index.js'
import { holds, rejects } from './rejects.js'
import { suite } from './suite.js'

const subject: laws.InWindow = (window) => {
  const closed = closeWindow(window)
  return (start, end) => isHeld(closed, start, end)
}

suite(laws.windowLaws, { core: subject }, 1000)

describe('the window algebra', () => {
  test('WINDOW-001 rejects one facade’s predicate in another', () => {
    expect(() => {
      laws.boundariesMean('Salesloft', (from, to) => subject(laws.windowOf.Overlap(from, to)))
    }).toThrow('[5, 10)')
  })

  test('WINDOW-004 rejects looking at starts only, which WINDOW-003 accepts', async () => {
    await holds(laws.cuttingKeeps(laws.onlyByStart(subject)))
    await rejects(laws.aWindowInsideHolds(laws.onlyByStart(subject)))
  })
})
