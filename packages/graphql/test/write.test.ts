/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import type { Client, Got } from './harness.js'
import { at, create, onEveryStore, reasonOf } from './harness.js'

const SHOWN =
  '__typename ... on CalendarEventSaved { changed event { id seriesId recurrenceId title start end allDay timeZone location status visibility myRsvp recurrence revision organizer { id } participants { totalCount edges { node { user { id } rsvp isOrganizer } } } } } ... on Refusal { reason message revision }'

const mutate = (ask: Client, name: string, input: object, as = 'ann'): Promise<Got> => {
  const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`
  return ask(`mutation M($input: ${type}!) { result: ${name}(input: $input) { ${SHOWN} } }`, {
    as,
    variables: { input },
  })
}

const slot = { start: at(10), end: at(11) }
const refused = (reason: string) => ({ __typename: 'Refusal', reason })

onEveryStore('mutations', (world) => {
  test('createCalendarEvent creates, once for an id', async () => {
    const { ask } = world()
    const input = { id: 'x', title: 'Review', ...slot, location: 'Here', userIds: ['bob'] }
    const got = await mutate(ask, 'createCalendarEvent', input)
    expect(got.errors).toBeNull()
    expect(got.data.result).toMatchObject({
      __typename: 'CalendarEventSaved',
      changed: true,
      event: {
        id: 'x',
        seriesId: null,
        recurrenceId: null,
        title: 'Review',
        ...slot,
        allDay: false,
        location: 'Here',
        status: 'CONFIRMED',
        visibility: 'PARTICIPANTS',
        myRsvp: 'ACCEPTED',
        recurrence: null,
        revision: 1,
        organizer: { id: 'ann' },
        participants: {
          totalCount: 2,
          edges: [
            { node: { user: { id: 'ann' }, rsvp: 'ACCEPTED', isOrganizer: true } },
            { node: { user: { id: 'bob' }, rsvp: 'NEEDS_ACTION', isOrganizer: false } },
          ],
        },
      },
    })
    const again = await mutate(ask, 'createCalendarEvent', input)
    expect(again.data.result).toMatchObject({ changed: false, event: { id: 'x', revision: 1 } })
    const taken = await mutate(ask, 'createCalendarEvent', input, 'bob')
    expect(taken.data.result).toMatchObject(refused('NOT_ORGANIZER'))
  })

  test.each([
    [{ title: '' }, 'INVALID_FIELDS', [{ path: ['title'], reason: 'EMPTY' }]],
    [{ start: 'soon' }, 'INVALID_FIELDS', [{ path: ['start'], reason: 'NOT_A_TIMESTAMP' }]],
    [{ start: at(12) }, 'INVALID_TIME_RANGE', undefined],
    [{ id: 'no id' }, 'INVALID_FIELDS', [{ path: ['id'], reason: 'MALFORMED' }]],
    [{ userIds: ['nobody1'] }, 'INVALID_FIELDS', [{ path: ['userIds'], reason: 'UNKNOWN_USER' }]],
    [{ recurrence: ['RRULE:FREQ=NEVER'] }, 'INVALID_RECURRENCE', expect.anything()],
    [{ timeZone: 'Mars/Olympus' }, 'INVALID_TIME_ZONE', undefined],
  ])('what the caller got wrong is an error: %j', async (wrong, reason, fields) => {
    const got = await mutate(world().ask, 'createCalendarEvent', {
      title: 'Review',
      ...slot,
      ...wrong,
    })
    expect(reasonOf(got)).toBe(`BAD_USER_INPUT ${reason}`)
    expect(got.errors[0].extensions.fields).toEqual(fields)
  })

  test('a command id makes a mutation idempotent, and is of use for one only', async () => {
    const { ask } = world()
    const input = { title: 'Review', ...slot, commandId: 'c1' }
    const first = await mutate(ask, 'createCalendarEvent', input)
    const again = await mutate(ask, 'createCalendarEvent', input)
    expect(again.data.result.event.id).toBe(first.data.result.event.id)
    const other = await mutate(ask, 'createCalendarEvent', { ...input, title: 'Other' })
    expect(reasonOf(other)).toBe('BAD_USER_INPUT COMMAND_ID_REUSED')
  })

  test('updateCalendarEvent changes what is sent; null removes', async () => {
    const { ask } = world()
    await mutate(ask, 'createCalendarEvent', {
      id: 'x',
      title: 'Review',
      ...slot,
      location: 'Here',
      userIds: ['bob'],
    })
    const update = (input: object, as?: string) =>
      mutate(ask, 'updateCalendarEvent', { id: 'x', ...input }, as)
    const moved = await update({
      end: at(12),
      location: null,
      status: 'TENTATIVE',
      visibility: 'PUBLIC',
    })
    expect(moved.data.result.event).toMatchObject({
      title: 'Review',
      start: at(10),
      end: at(12),
      location: null,
      status: 'TENTATIVE',
      visibility: 'PUBLIC',
      revision: 2,
    })
    expect((await update({ title: 'No' }, 'bob')).data.result).toMatchObject(
      refused('NOT_ORGANIZER'),
    )
    expect((await update({ title: 'No' }, 'cyd')).data.result).toMatchObject(refused('NOT_FOUND'))
    expect((await update({ title: 'No', ifRevision: 1 })).data.result).toMatchObject({
      ...refused('REVISION_MISMATCH'),
      revision: 2,
    })
    expect(reasonOf(await update({}))).toBe('BAD_USER_INPUT EMPTY_UPDATE')
    expect(reasonOf(await update({ title: 'No', scope: 'THIS' }))).toBe(
      'BAD_USER_INPUT SCOPE_NEEDS_OCCURRENCE',
    )
  })

  test('a series is changed by its occurrence: this one, or this and the following', async () => {
    const { ask } = world()
    const recurrence = ['RRULE:FREQ=DAILY;COUNT=4']
    await mutate(ask, 'createCalendarEvent', { id: 's', title: 'Daily', ...slot, recurrence })
    const one = await mutate(ask, 'updateCalendarEvent', { id: 's_20270309T100000Z', title: 'Odd' })
    expect(one.data.result.event).toMatchObject({
      id: 's_20270309T100000Z',
      seriesId: 's',
      recurrenceId: '20270309T100000Z',
      title: 'Odd',
      recurrence: null,
    })
    const series = await mutate(ask, 'updateCalendarEvent', {
      id: 's_20270309T100000Z',
      visibility: 'PUBLIC',
    })
    expect(reasonOf(series)).toBe('BAD_USER_INPUT NOT_OF_ONE_OCCURRENCE')
    const split = await mutate(ask, 'updateCalendarEvent', {
      id: 's_20270310T100000Z',
      scope: 'FOLLOWING',
      title: 'New',
    })
    expect(split.data.result.event).toMatchObject({ title: 'New', start: '2027-03-10T10:00:00Z' })
    expect(split.data.result.event.id).not.toBe('s')
    const cancelled = await mutate(ask, 'cancelCalendarEvent', { id: 's_20270309T100000Z' })
    expect(cancelled.data.result.event.status).toBe('CANCELLED')
    const listed = await ask(
      '{ getCalendarEvents(fromDate: "2027-03-08T00:00:00Z") { edges { node { title } } } }',
    )
    expect(
      listed.data.getCalendarEvents.edges.map(
        ({ node }: { node: { title: string } }) => node.title,
      ),
    ).toEqual(['Daily', 'New', 'New'])
    const ended = await mutate(ask, 'cancelCalendarEvent', {
      id: 's_20270308T100000Z',
      scope: 'FOLLOWING',
    })
    expect(ended.data.result.event.status).toBe('CANCELLED')
    const nothing = await mutate(ask, 'cancelCalendarEvent', { id: 's_20270401T100000Z' })
    expect(nothing.data.result).toMatchObject(refused('NOT_FOUND'))
  })

  test('cancelCalendarEvent cancels once, and what is cancelled is not answered', async () => {
    const { ask } = world()
    await create(world(), { uid: 'x', guests: ['bob'] })
    const cancel = () => mutate(ask, 'cancelCalendarEvent', { id: 'x', notify: false })
    expect((await cancel()).data.result).toMatchObject({
      changed: true,
      event: { status: 'CANCELLED' },
    })
    expect((await cancel()).data.result).toMatchObject({ changed: false })
    const late = await mutate(ask, 'respondToCalendarEvent', { id: 'x', rsvp: 'ACCEPTED' }, 'bob')
    expect(late.data.result).toMatchObject(refused('EVENT_CANCELLED'))
  })

  test('respondToCalendarEvent answers an event, or one occurrence', async () => {
    const { ask } = world()
    await create(world(), { uid: 's', recurrence: ['RRULE:FREQ=DAILY;COUNT=2'], guests: ['bob'] })
    const all = await mutate(
      ask,
      'respondToCalendarEvent',
      { id: 's', rsvp: 'ACCEPTED', comment: 'Yes' },
      'bob',
    )
    expect(all.data.result.event.myRsvp).toBe('ACCEPTED')
    const one = await mutate(
      ask,
      'respondToCalendarEvent',
      { id: 's_20270309T100000Z', rsvp: 'DECLINED' },
      'bob',
    )
    expect(one.data.result.event).toMatchObject({ id: 's_20270309T100000Z', myRsvp: 'DECLINED' })
    const listed = await ask(
      '{ getCalendarEvents(fromDate: "2027-03-08T00:00:00Z") { edges { node { myRsvp } } } }',
      { as: 'bob' },
    )
    expect(listed.data.getCalendarEvents.edges).toEqual([
      { node: { myRsvp: 'ACCEPTED' } },
      { node: { myRsvp: 'DECLINED' } },
    ])
  })

  test('inviteParticipants and uninviteParticipants: who is in or out already is left alone', async () => {
    const { ask } = world()
    await create(world(), { uid: 'x' })
    const invited = await mutate(ask, 'inviteParticipants', {
      eventId: 'x',
      userIds: ['bob', 'dee'],
      channelIds: ['team'],
    })
    expect(invited.data.result.event.participants.totalCount).toBe(4)
    const out = await mutate(ask, 'uninviteParticipants', {
      eventId: 'x',
      userIds: ['bob', 'dee', 'eve'],
      ifRevision: 2,
      commandId: 'u',
    })
    expect(out.data.result).toMatchObject({
      changed: true,
      event: { revision: 3, participants: { totalCount: 2 } },
    })
    const again = await mutate(ask, 'uninviteParticipants', { eventId: 'x', userIds: ['bob'] })
    expect(again.data.result).toMatchObject({ changed: false })
    const guest = await mutate(
      ask,
      'uninviteParticipants',
      { eventId: 'x', userIds: ['ann', 'dee'] },
      'cyd',
    )
    expect(guest.data.result).toMatchObject(refused('NOT_ORGANIZER'))
    const stale = await mutate(ask, 'uninviteParticipants', {
      eventId: 'x',
      userIds: ['cyd'],
      ifRevision: 1,
    })
    expect(stale.data.result).toMatchObject(refused('REVISION_MISMATCH'))
    expect(reasonOf(await mutate(ask, 'uninviteParticipants', { eventId: 'x', userIds: [] }))).toBe(
      'BAD_USER_INPUT TOO_MANY_USERS',
    )
  })

  test('uninviteParticipants takes out all or none, in one revision and one command', async () => {
    const { ask, calendar } = world()
    await create(world(), { uid: 'x', guests: ['bob', 'cyd', 'dee'] })
    const uninvite = (userIds: readonly string[], more: object = {}) =>
      mutate(ask, 'uninviteParticipants', { eventId: 'x', userIds, ...more })
    const withOrganizer = await uninvite(['bob', 'ann'])
    expect(reasonOf(withOrganizer)).toBe('BAD_USER_INPUT INVALID_FIELDS')
    expect(withOrganizer.errors[0].extensions.fields).toEqual([
      { path: ['userIds'], reason: 'ORGANIZER_STAYS' },
    ])
    expect(reasonOf(await uninvite(['bob', '']))).toBe('BAD_USER_INPUT INVALID_FIELDS')
    const many = Array.from({ length: 51 }, (_, index) => `g${index}`)
    expect(reasonOf(await uninvite(many))).toBe('BAD_USER_INPUT TOO_MANY_USERS')
    const viewer = { tenantId: 'demo', userId: 'ann' }
    expect((await calendar.promises.get({ viewer, uid: 'x' })).participants.size).toBe(4)
    const once = { ifRevision: 1, commandId: 'u1' }
    for (const changed of [true, false]) {
      const out = await uninvite(['bob', 'dee', 'bob'], once)
      expect(out.data.result).toMatchObject({
        changed,
        event: { revision: 2, participants: { totalCount: 2 } },
      })
    }
    expect(reasonOf(await uninvite(['bob'], once))).toBe('BAD_USER_INPUT COMMAND_ID_REUSED')
    const { items } = await calendar.promises.history({ viewer, uid: 'x', limit: 9 })
    expect(items.map(({ happened: { type } }) => type)).toEqual([
      'Created',
      'ParticipantsUninvited',
    ])
  })
})
