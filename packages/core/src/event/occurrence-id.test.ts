import { expect, test } from 'vitest'
import { namedBy, occurrenceId } from './occurrence-id.js'

test('namedBy takes apart what occurrenceId puts together', () => {
  for (const uid of ['s', 'a_b_c', 's_2027030', '_', '20270308']) {
    for (const recurrenceId of ['20270308', '20270308T140000Z']) {
      expect(namedBy(occurrenceId(uid, recurrenceId))).toEqual({ uid, recurrenceId })
    }
  }
})

test('namedBy: what does not end like an occurrence id names an event', () => {
  for (const id of ['s', 's_2027030', 's_20270308T140000', '20270308', '_20270308', 's-20270308']) {
    expect(namedBy(id), id).toEqual({ uid: id, recurrenceId: null })
  }
})
