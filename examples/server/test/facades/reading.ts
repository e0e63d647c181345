import assert from 'node:assert/strict'
import type { CalendarService, RecurrenceId, Viewer } from '@kalends/core'
import { printRecurrenceId } from '@kalends/core'
import { firstIdsOf } from '@kalends/testing'
import type { Answer } from './opened.js'

/** The JSON of an answer. Rejects what was refused, so that laws see the refusal. */
export const jsonOf = ({ status, text }: Answer): unknown => {
  if (status !== 200) throw new Error(`${status} ${text}`)
  return JSON.parse(text)
}

/** How a viewer is called in a request. */
export const tokenOf = ({ userId, tenantId }: Viewer): string => `${userId}@${tenantId}`

/** An occurrence, as wires name it. */
export interface NamedRow {
  readonly uid: string
  /** Null for an event. */
  readonly recurrenceId: string | null
}

/**
 * The recurrence id of each row, in their order. Looked up in the series: a reading that the clock skips prints as
 * another one does.
 */
export const recurrenceIdsOf = async (
  calendar: CalendarService,
  viewer: Viewer,
  rows: readonly NamedRow[],
): Promise<readonly (RecurrenceId | null)[]> => {
  const uids = new Set(
    rows.flatMap(({ uid, recurrenceId }) => (recurrenceId === null ? [] : [uid])),
  )
  const known = new Map<string, ReadonlyMap<string, RecurrenceId>>()
  for (const uid of uids) {
    const event = await calendar.promises.get({ viewer, uid, audience: 'Visible' })
    const ids = [...firstIdsOf(event, MANY), ...event.overrides.keys()]
    known.set(uid, new Map(ids.map((id) => [printRecurrenceId(id, event.time), id])))
  }
  return rows.map(({ uid, recurrenceId }) => {
    if (recurrenceId === null) return null
    const id = known.get(uid)?.get(recurrenceId)
    assert.ok(id !== undefined, `${uid} has no occurrence ${recurrenceId}`)
    return id
  })
}

/** More than any series of the laws has in their windows. */
const MANY = 900
