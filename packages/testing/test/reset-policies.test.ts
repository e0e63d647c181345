import type { CalendarOptions, ChangeCalendar, RsvpResetPolicy } from '@kalends/core'
import { createCalendar, KalendsError, resetPolicies } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { describe, expect, test } from 'vitest'

const asked = { tenantId: 't', actor: 'ann' } as const
const viewer = { tenantId: 't', userId: 'ann' } as const
const primary = 'primary-ann'
const at = (hour: number) => ({
  start: `2027-03-08T${hour}:00:00Z`,
  end: `2027-03-08T${hour + 1}:00:00Z`,
})

const world = (options: Partial<CalendarOptions> = {}) => {
  const store = options.store ?? memoryStore()
  const { promises } = createCalendar({ ...options, store })
  const choose = (resetPolicy: string | null, calendarId = primary) =>
    promises.manage({ type: 'ChangeCalendar', ...asked, calendarId, resetPolicy })
  const meeting = async (
    rest: { readonly calendarId?: string; readonly recurrence?: readonly string[] } = {},
  ) => {
    const create = { type: 'CreateEvent', ...asked, uid: 'e1', title: 'Planning' } as const
    const participants = [{ userId: 'bob' }]
    await promises.execute({ ...create, timeSlot: at(10), participants, ...rest })
    await promises.execute({
      type: 'AnswerEvent',
      ...asked,
      actor: 'bob',
      uid: 'e1',
      status: 'Accepted',
    })
  }
  const move = (hour = 12) =>
    promises.execute({ type: 'PatchEvent', ...asked, uid: 'e1', changes: { timeSlot: at(hour) } })
  const answer = async () =>
    (await promises.get({ viewer, uid: 'e1' })).participants.get('bob')?.status
  return { store, promises, choose, meeting, move, answer }
}

const failureOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const thrown = await promise.then(
    () => null,
    (error: unknown) => error,
  )
  return thrown instanceof KalendsError ? thrown.failure : thrown
}

describe('the reset policy of a calendar', () => {
  test('is the service’s own where none was chosen', async () => {
    const { meeting, move, answer } = world()
    await meeting()
    await move()
    expect(await answer()).toBe('Accepted')
  })

  test('chosen for the primary calendar, resets what moves in it', async () => {
    const { choose, meeting, move, answer } = world()
    expect(await choose('rfc6638')).toMatchObject({ id: primary, resetPolicy: 'rfc6638' })
    await meeting()
    await move()
    expect(await answer()).toBe('NeedsAction')
  })

  test('given up again, leaves it to the service', async () => {
    const { choose, meeting, move, answer } = world({ resetPolicy: resetPolicies.rfc6638 })
    await choose('never')
    await meeting()
    await move(12)
    expect(await answer()).toBe('Accepted')
    await choose(null)
    await move(14)
    expect(await answer()).toBe('NeedsAction')
  })

  test('is that of the calendar the event is in, not of another', async () => {
    const { promises, meeting, move, answer } = world()
    const open = { type: 'OpenCalendar', ...asked, name: 'Team', timeZone: 'UTC' } as const
    await promises.manage({ ...open, calendarId: 'strict', resetPolicy: 'rfc6638' })
    await promises.manage({ ...open, calendarId: 'loose' })
    await meeting({ calendarId: 'strict' })
    const refile = { type: 'PatchEvent', ...asked, uid: 'e1' } as const
    await promises.execute({ ...refile, changes: { calendarId: 'loose' } })
    await move(12)
    expect(await answer()).toBe('Accepted')
    await promises.execute({ ...refile, changes: { calendarId: 'strict' } })
    await move(14)
    expect(await answer()).toBe('NeedsAction')
  })

  test('is also asked about one occurrence, and about the half that a split goes on with', async () => {
    const { choose, promises, meeting } = world()
    await choose('apple')
    await meeting({ recurrence: ['RRULE:FREQ=WEEKLY'] })
    const second = { uid: 'e1', recurrenceId: '20270315T100000Z' }
    const slot = { start: '2027-03-16T10:00:00Z', end: '2027-03-16T11:00:00Z' }
    const patched = await promises.execute({
      type: 'PatchOccurrence',
      ...asked,
      ...second,
      changes: { timeSlot: slot },
    })
    const bob = patched.event.participants.get('bob')
    expect([...(bob?.occurrences.values() ?? [])].map(({ status }) => status)).toEqual([
      'NeedsAction',
    ])
    const { event } = await promises.execute({
      type: 'SplitSeries',
      ...asked,
      uid: 'e1',
      recurrenceId: '20270322T100000Z',
      changes: { timeSlot: { start: '2027-03-22T15:00:00Z', end: '2027-03-22T16:00:00Z' } },
    })
    expect(event.participants.get('bob')?.status).toBe('NeedsAction')
  })

  test('is refused by a name that nobody knows', async () => {
    const { choose, promises } = world()
    const refused = {
      type: 'Rejected',
      rejection: { type: 'InvalidFields', problems: [{ path: ['resetPolicy'] }] },
    }
    expect(await failureOf(choose('rfc9999'))).toMatchObject(refused)
    const open = { type: 'OpenCalendar', ...asked, name: 'Team', timeZone: 'UTC' } as const
    const named = { ...open, calendarId: 'team', resetPolicy: 'toString' }
    expect(await failureOf(promises.manage(named))).toMatchObject(refused)
  })

  test('may be the service’s own by its name, and is that still where it is gone', async () => {
    const mine: RsvpResetPolicy = { name: 'mine', resets: () => ({ type: 'Everyone' }) }
    const { store, choose, meeting } = world({ resetPolicy: mine })
    await choose('mine')
    await meeting()
    const later = world({ store, resetPolicy: resetPolicies.rfc6638 })
    await later.move()
    expect(await later.answer()).toBe('NeedsAction')
  })

  test('of a primary calendar is its owner’s to choose', async () => {
    const { promises } = world()
    const ask: ChangeCalendar = { type: 'ChangeCalendar', ...asked, calendarId: 'primary-bob' }
    expect(await failureOf(promises.manage({ ...ask, resetPolicy: 'apple' }))).toMatchObject({
      rejection: { type: 'NotFound' },
    })
    const open = { type: 'OpenCalendar', ...asked, name: 'Mine', timeZone: 'UTC' } as const
    expect(await failureOf(promises.manage({ ...open, calendarId: primary }))).toMatchObject({
      rejection: { type: 'InvalidFields', problems: [{ path: ['calendarId'] }] },
    })
  })
})

describe('an event that is put into another calendar while it is changed', () => {
  type Store = ReturnType<typeof memoryStore>

  /** A store that others get to first, so many times. */
  const behind = (store: Store, times: number, others: () => Promise<unknown>): Store => {
    let left = times
    return {
      ...store,
      append: (append) => async () => {
        left -= 1
        if (left >= 0) await others()
        return store.append(append)()
      },
    }
  }

  const raced = async (times: number) => {
    const store = memoryStore()
    const { promises, meeting } = world({ store })
    const open = { type: 'OpenCalendar', ...asked, name: 'Team', timeZone: 'UTC' } as const
    await promises.manage({ ...open, calendarId: 'strict', resetPolicy: 'rfc6638' })
    await promises.manage({ ...open, calendarId: 'loose' })
    await meeting({ calendarId: 'loose' })
    const refile = async () => {
      const { calendarId } = await promises.get({ viewer, uid: 'e1' })
      const changes = { calendarId: calendarId === 'loose' ? 'strict' : 'loose' }
      await promises.execute({ type: 'PatchEvent', ...asked, uid: 'e1', changes })
    }
    return world({ store: behind(store, times, refile) })
  }

  test('is changed under the policy of where it is then', async () => {
    const { move, answer } = await raced(1)
    await move()
    expect(await answer()).toBe('NeedsAction')
  })

  test('is left alone when it is moved about again', async () => {
    const { move, answer } = await raced(2)
    expect(await failureOf(move())).toMatchObject({ type: 'StoreFailure' })
    expect(await answer()).toBe('Accepted')
  })
})

describe('replayResets', () => {
  const policy = resetPolicies.rfc6638

  test('tells the organizer which answers another policy would have reset', async () => {
    const { promises, meeting, move } = world()
    await meeting()
    const { position } = await move()
    const request = { viewer, uid: 'e1', policy }
    expect(await promises.replayResets(request)).toEqual([
      {
        userId: 'bob',
        recurrenceId: null,
        now: 'Accepted',
        underPolicy: 'NeedsAction',
        since: { version: 3, position },
      },
    ])
    const asOf = { type: 'Position', position: position - 1 } as const
    expect(await promises.replayResets({ ...request, asOf })).toEqual([])
    expect(await promises.replayResets({ ...request, policy: resetPolicies.never })).toEqual([])
  })

  test('tells nobody else', async () => {
    const { promises, meeting } = world()
    await meeting()
    const asUser = (userId: string) =>
      failureOf(promises.replayResets({ viewer: { tenantId: 't', userId }, uid: 'e1', policy }))
    expect(await asUser('bob')).toMatchObject({ rejection: { type: 'NotOrganizer' } })
    expect(await asUser('eve')).toMatchObject({ rejection: { type: 'NotFound' } })
  })
})
