import assert from 'node:assert/strict'
import type { Reset, RsvpResetPolicy } from '@kalends/core'
import { printRecurrenceId, recurrenceIdAt } from '@kalends/core'
import * as fc from 'fast-check'
import { resetQuestion } from '../arbitraries/index.js'

/** POLICY-001: the same question has the same answer, and changes nothing. */
export const policiesAreFunctions = ({ resets }: RsvpResetPolicy) =>
  fc.property(resetQuestion(), (question) => {
    const before = structuredClone(question)
    assert.deepEqual(resets(question), resets(structuredClone(question)))
    assert.deepEqual(question, before)
  })

/** POLICY-002: who is asked to be asked again is: everyone, or everyone about the one occurrence. */
export const whatIsAskedForIsReset = ({ resets }: RsvpResetPolicy) =>
  fc.property(resetQuestion(), (question) => {
    const reset = resets({ ...question, asked: true })
    const { occurrence } = question
    const isReset =
      occurrence === null ? reset.type === 'Everyone' : occurrencesIn(reset).has(occurrence)
    assert.ok(isReset || reset.type === 'Everyone', JSON.stringify(reset))
  })

/** POLICY-003: where nothing changed, and nobody asked, nobody is asked again. */
export const noChangeResetsNobody = ({ resets }: RsvpResetPolicy) =>
  fc.property(resetQuestion(), ({ after }) => {
    const same = { before: after, after: structuredClone(after), occurrence: null, asked: false }
    assert.deepEqual(resets(same), { type: 'Nobody' })
  })

/** POLICY-004: other words change when nothing takes place: nobody is asked again for them. */
export const wordsResetNobody = ({ resets }: RsvpResetPolicy) =>
  fc.property(resetQuestion(), ({ after: before }) => {
    const after = {
      ...before,
      title: `${before.title}, again`,
      body: { format: 'Plain', content: 'Agenda' } as const,
      visibility: 'Public' as const,
      revision: before.revision + 1,
    }
    assert.deepEqual(resets({ before, after, occurrence: null, asked: false }), { type: 'Nobody' })
  })

/** POLICY-005: what is asked about is there after the change: nobody is asked about an occurrence that went away. */
export const whatIsGoneIsNotAskedAbout = ({ resets }: RsvpResetPolicy) =>
  fc.property(resetQuestion(), (question) => {
    const { after } = question
    const reset = resets(question)
    for (const id of reset.type === 'Occurrences' ? reset.recurrenceIds : []) {
      assert.notEqual(recurrenceIdAt(after, printRecurrenceId(id, after.time)), null)
      assert.notEqual(after.overrides.get(id)?.status, 'Cancelled')
    }
  })

const occurrencesIn = (reset: Reset): ReadonlySet<string> =>
  new Set<string>(reset.type === 'Occurrences' ? reset.recurrenceIds : [])
