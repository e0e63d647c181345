import { expect, test } from 'vitest'
import { eventAfter, create } from '../../test/event/series.js'
import type { CalendarEvent } from './calendar-event.js'
import { participantsShown } from './participants-shown.js'

const event = eventAfter(create(null))
const seenBy = (viewer: string, shown: CalendarEvent = event) =>
  participantsShown(shown, viewer).map(({ userId }) => userId)

const hidden = { ...event, showParticipantList: false }

test('participantsShown: all, the organizer first, where the list is shown', () => {
  expect(seenBy('bob')).toEqual(['ann', 'bob', 'cyd'])
  const last = { ...event, participants: new Map([...event.participants].toReversed()) }
  expect(seenBy('bob', last)).toEqual(['ann', 'cyd', 'bob'])
})

test('participantsShown: where it is hidden, the organizer alone sees all', () => {
  expect(seenBy('ann', hidden)).toEqual(['ann', 'bob', 'cyd'])
  expect(seenBy('bob', hidden)).toEqual(['ann', 'bob'])
  expect(seenBy('eve', hidden)).toEqual(['ann'])
})
