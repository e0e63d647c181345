import { closeWindow, holds as isHeld } from '@kalends/core'
import { describe, expect, test } from 'vitest'
import * as laws from '../src/index.js'
import { holds, rejects } from './rejects.js'

const subject: laws.InWindow = (window) => {
  const closed = closeWindow(window)
  return (start, end) => isHeld(closed, start, end)
}

const facade =
  (meaning: laws.Meaning, inWindow = subject) =>
  (from: number, to: number) =>
    inWindow(laws.windowOf[meaning](from, to))

describe('the window algebra', () => {
  test.for(['Flip', 'Salesloft', 'Attendee', 'Overlap'] as const)(
    'WINDOW-001 %s’s boundaries',
    (meaning) => {
      laws.boundariesMean(meaning, facade(meaning))
    },
  )
  test.for([
    ['Flip', laws.withoutItsStart],
    ['Attendee', laws.withoutItsStart],
    ['Overlap', laws.withoutItsStart],
    ['Overlap', laws.withoutPoints],
  ] as const)('WINDOW-001 rejects a fault in %s', ([meaning, fault]) => {
    expect(() => {
      laws.boundariesMean(meaning, facade(meaning, fault(subject)))
    }).toThrow(meaning)
  })
  test('WINDOW-001 rejects one facade’s predicate in another', () => {
    expect(() => {
      laws.boundariesMean('Salesloft', facade('Overlap'))
    }).toThrow('[5, 10)')
  })

  test('WINDOW-002 bounds mean what they say', () =>
    holds(laws.boundsMeanWhatTheySay(subject), 1000))
  test('WINDOW-002 rejects an excluded start', () =>
    rejects(laws.boundsMeanWhatTheySay(laws.withoutItsStart(subject))))
  test('WINDOW-002 rejects open bounds', () =>
    rejects(laws.boundsMeanWhatTheySay(laws.withOpenBounds(subject))))

  test('WINDOW-003 cutting keeps', () => holds(laws.cuttingKeeps(subject), 1000))
  test('WINDOW-003 rejects losing what reaches over an edge', () =>
    rejects(laws.cuttingKeeps(laws.onlyWhole(subject))))

  test('WINDOW-004 a window inside holds', () => holds(laws.aWindowInsideHolds(subject), 500))
  test('WINDOW-004 rejects looking at starts only, which WINDOW-003 accepts', async () => {
    await holds(laws.cuttingKeeps(laws.onlyByStart(subject)))
    await rejects(laws.aWindowInsideHolds(laws.onlyByStart(subject)))
  })

  test('WINDOW-005 what is contained overlaps', () =>
    holds(laws.whatIsContainedOverlaps(subject), 500))
  test('WINDOW-005 rejects having no rule for points', () =>
    rejects(laws.whatIsContainedOverlaps(laws.withoutPoints(subject))))
})
