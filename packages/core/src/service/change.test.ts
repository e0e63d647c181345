import { expect, test } from 'vitest'
import { changeSeen } from './change.js'
import type { DomainEvent, Visibility } from '../event/index.js'
import { evolve, initialState } from '../event/index.js'
import { UTC } from '../time/index.js'

const created: DomainEvent = {
  type: 'Created',
  at: 0,
  uid: 'x',
  calendarId: 'c',
  organizer: 'ann',
  title: 'Fair',
  status: 'Confirmed',
  time: { type: 'Timed', start: 0, end: 1, timeZone: UTC },
  location: null,
  body: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: ['bob'],
}
const madeVisibleTo = (visibility: Visibility): DomainEvent => ({
  ...{ type: 'VisibilityChanged', at: 0, revision: 2, silent: false, visibility },
})
const cancelled: DomainEvent = {
  ...{ type: 'Cancelled', at: 0, revision: 3, silent: false, sequence: 1 },
}
const retitled: DomainEvent = {
  ...{ type: 'Retitled', at: 0, revision: 3, silent: false, title: 'New' },
}

/** What the last of these meant for a user. */
const seenBy = (
  userId: string,
  audience: 'Participant' | 'Visible',
  ...history: readonly DomainEvent[]
) => {
  const viewer = { tenantId: 't', userId }
  const last = history.slice(-1)
  const before = history.slice(0, -1).reduce(evolve, initialState)
  const after = last.reduce(evolve, before)
  const change = changeSeen({ viewer, audience }, { uid: 'x', before, after, happened: last })
  return change?.type ?? null
}

test('changeSeen: those who look at public events see them come, change, end and go', () => {
  const [toAll, toGuests] = [madeVisibleTo('Public'), madeVisibleTo('Participants')]
  const histories: readonly (readonly DomainEvent[])[] = [
    [{ ...created, visibility: 'Public' }],
    [created],
    [created, toAll],
    [created, toAll, retitled],
    [created, toAll, cancelled],
    [created, toAll, toGuests],
    [created, retitled],
    [created, cancelled],
  ]
  const seen = (userId: string, audience: 'Participant' | 'Visible') =>
    histories.map((history) => seenBy(userId, audience, ...history))
  expect(seen('cyd', 'Visible')).toEqual([
    ...['Created', null, 'Created', 'Updated', 'Cancelled', 'Removed'],
    ...[null, null],
  ])
  expect(seen('cyd', 'Participant')).toEqual(histories.map(() => null))
  const guests = ['Created', 'Created', 'Updated', 'Updated', 'Cancelled', 'Updated', 'Updated']
  expect(seen('bob', 'Visible')).toEqual([...guests, 'Cancelled'])
  expect(seen('bob', 'Participant')).toEqual([...guests, 'Cancelled'])
})
