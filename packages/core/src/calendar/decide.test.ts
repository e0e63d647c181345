import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { TimeZoneId, UTC } from '../time/index.js'
import { deduplicationKeyStream, isDeduplicationKeyStream, primaryCalendarId } from './calendar.js'
import type { Change, ClaimKey, Command, Open, ReleaseKey } from './command.js'
import { decide } from './decide.js'
import { evolve } from './evolve.js'
import { initialState } from './state.js'

const asked = { actor: 'ann', at: 0, commandId: 'c1' }

const open = (rest: Partial<Open> = {}): Open => ({
  type: 'Open',
  ...asked,
  id: 'team',
  name: 'Team',
  timeZone: UTC,
  resetPolicy: null,
  deduplicationKey: null,
  ...rest,
})

const claim = (calendarId: string): ClaimKey => ({ type: 'ClaimKey', ...asked, calendarId })

const release = (calendarId: string): ReleaseKey => ({ type: 'ReleaseKey', ...asked, calendarId })

const change = (rest: Partial<Change>): Change => ({
  type: 'Change',
  ...asked,
  id: 'team',
  name: null,
  timeZone: null,
  ...rest,
})

const after = (...commands: readonly Command[]) =>
  commands.reduce((state, command) => {
    const decided = decide(command, state)
    if (E.isLeft(decided)) throw new Error(decided.left.type)
    return decided.right.reduce(evolve, state)
  }, initialState)

const calendarAfter = (...commands: readonly Command[]) => {
  const state = after(...commands)
  return state.type === 'Open' ? state.calendar : null
}

const typesOf = (command: Command, ...given: readonly Command[]) => {
  const decided = decide(command, after(...given))
  return E.isLeft(decided) ? decided.left.type : decided.right.map(({ type }) => type)
}

const berlin = E.getOrElse(() => UTC)(TimeZoneId.decode('Europe/Berlin'))

describe('decide: opening a calendar', () => {
  test('says what it is, and its choices only where there are any', () => {
    expect(typesOf(open())).toEqual(['CalendarOpened'])
    const chosen = open({ resetPolicy: 'apple', deduplicationKey: 'user-abcd' })
    expect(typesOf(chosen)).toEqual([
      'CalendarOpened',
      'CalendarResetPolicyChanged',
      'CalendarDeduplicationKeyChanged',
    ])
    expect(calendarAfter(open())).toMatchObject({ id: 'team', owner: 'ann', name: 'Team' })
  })

  test('again decides nothing for its owner, whatever it says, and is refused to others', () => {
    expect(typesOf(open({ name: 'Other' }), open())).toEqual([])
    expect(typesOf(open({ actor: 'bob' }), open())).toBe('NotOwner')
  })
})

describe('decide: the name and zone of a calendar', () => {
  test('change together and alone, and again change nothing', () => {
    const both = change({ name: 'Ours', timeZone: berlin })
    expect(typesOf(both, open())).toEqual(['CalendarRenamed', 'CalendarTimeZoneChanged'])
    expect(calendarAfter(open(), both)).toMatchObject({ name: 'Ours', timeZone: berlin })
    expect(typesOf(both, open(), both)).toEqual([])
    expect(typesOf(change({ timeZone: berlin }), open())).toEqual(['CalendarTimeZoneChanged'])
  })
})

describe('evolve: what is not of this stream is ignored', () => {
  const renamed = { type: 'CalendarRenamed', at: 0, name: 'Ours' } as const
  const claimed = { type: 'DeduplicationKeyClaimed', at: 0, calendarId: 'other' } as const

  test('by a stream in which nothing has happened', () => {
    expect(evolve(initialState, renamed)).toEqual(initialState)
    expect(evolve(initialState, { type: 'DeduplicationKeyReleased', at: 0 })).toEqual(initialState)
  })

  test('by a calendar', () => {
    expect(evolve(after(open()), claimed)).toEqual(after(open()))
    expect(evolve(after(open()), { type: 'DeduplicationKeyReleased', at: 0 })).toEqual(
      after(open()),
    )
  })

  test('by the stream of a key', () => {
    const held = after(claim('team'))
    expect(evolve(held, renamed)).toEqual(held)
    expect(evolve(held, claimed)).toEqual(held)
  })
})

describe('decide: the reset policy of a calendar', () => {
  test('is what the service does by default, unless it was opened with another', () => {
    expect(calendarAfter(open())?.resetPolicy).toBeNull()
    expect(calendarAfter(open({ resetPolicy: 'apple' }))?.resetPolicy).toBe('apple')
  })

  test('is changed, kept and given up', () => {
    const chosen = change({ resetPolicy: 'rfc6638' })
    const given = [open(), chosen, change({ name: 'The team' })]
    expect(calendarAfter(...given)).toMatchObject({ name: 'The team', resetPolicy: 'rfc6638' })
    expect(calendarAfter(...given, change({ resetPolicy: null }))?.resetPolicy).toBeNull()
    expect(typesOf(chosen, ...given)).toEqual([])
  })

  test('is its owner’s to change', () => {
    expect(typesOf(change({ actor: 'bob', resetPolicy: 'apple' }), open())).toBe('NotFound')
  })
})

describe('decide: the primary calendar', () => {
  const id = primaryCalendarId('ann')
  const choose = change({ id, resetPolicy: 'apple' })

  test('is opened by its first change', () => {
    expect(typesOf(choose)).toEqual(['CalendarOpened', 'CalendarResetPolicyChanged'])
    expect(calendarAfter(choose)).toMatchObject({
      id,
      owner: 'ann',
      name: 'Primary',
      timeZone: UTC,
    })
    expect(calendarAfter(choose)?.resetPolicy).toBe('apple')
  })

  test('is opened with what that change says', () => {
    expect(typesOf(change({ id, name: 'Mine' }))).toEqual(['CalendarOpened'])
    expect(calendarAfter(change({ id, name: 'Mine' }))?.name).toBe('Mine')
  })

  test('is opened once', () => {
    expect(typesOf(choose, choose)).toEqual([])
    expect(typesOf(change({ id, resetPolicy: null }), choose)).toEqual([
      'CalendarResetPolicyChanged',
    ])
  })

  test('of another, and a calendar that was not opened, are not found', () => {
    expect(typesOf({ ...choose, actor: 'bob' })).toBe('NotFound')
    expect(typesOf(change({ resetPolicy: 'apple' }))).toBe('NotFound')
  })
})

describe('decide: a deduplication key', () => {
  test('is kept by its calendar, changed and given up', () => {
    const opened = open({ deduplicationKey: 'user-abcd' })
    expect(calendarAfter(opened)?.deduplicationKey).toBe('user-abcd')
    expect(calendarAfter(opened, change({ name: 'Ours' }))?.deduplicationKey).toBe('user-abcd')
    expect(calendarAfter(opened, change({ deduplicationKey: null }))?.deduplicationKey).toBeNull()
    expect(typesOf(change({ deduplicationKey: 'user-abcd' }), opened)).toEqual([])
  })

  test('belongs to the first calendar that claims it, until that gives it up', () => {
    expect(typesOf(claim('team'))).toEqual(['DeduplicationKeyClaimed'])
    expect(typesOf(claim('team'), claim('team'))).toEqual([])
    expect(typesOf(claim('other'), claim('team'))).toBe('InvalidFields')
    expect(typesOf(release('other'), claim('team'))).toEqual([])
    expect(typesOf(claim('other'), claim('team'), release('team'))).toEqual([
      'DeduplicationKeyClaimed',
    ])
  })

  test('has a stream that no calendar is called like', () => {
    expect(deduplicationKeyStream('user-abcd')).toContain('user-abcd')
    expect(isDeduplicationKeyStream(deduplicationKeyStream('user-abcd'))).toBe(true)
    expect(isDeduplicationKeyStream('team')).toBe(false)
  })

  test('is no calendar', () => {
    expect(typesOf(open(), claim('team'))).toBe('NotOwner')
    expect(typesOf(change({ name: 'Ours' }), claim('team'))).toBe('NotFound')
    expect(typesOf(claim('team'), open())).toBe('InvalidFields')
    expect(typesOf(release('team'), open())).toEqual([])
  })
})

describe('decide: the connection of a calendar', () => {
  test('is lost and found, each once', () => {
    const lost = change({ connection: 'Disconnected' })
    const found = change({ connection: 'Connected' })
    expect(typesOf(lost, open())).toEqual(['CalendarDisconnected'])
    expect(typesOf(lost, open(), lost)).toEqual([])
    expect(typesOf(found, open(), lost)).toEqual(['CalendarConnected'])
    expect(calendarAfter(open(), lost)?.connection).toBe('Disconnected')
    expect(calendarAfter(open(), lost, found)?.connection).toBe('Connected')
  })
})
