import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import type { Announce, Command } from './command.js'
import { decide } from './decide.js'
import type { DomainEvent } from './domain-event.js'
import { evolve } from './evolve.js'
import { initialState, type State } from './state.js'
import { toldOf } from './told-of.js'
import { MOST_WEBHOOKS } from './webhook.js'

const URL = 'https://example.com/hook'
const subscribe = (id: string, position = 0) =>
  ({
    type: 'Subscribe',
    at: 0,
    id,
    url: URL,
    triggers: ['EventsUpdate'],
    createdBy: 'ann',
    position,
  }) as const

const announce = (fields: Partial<Announce> = {}): Announce => ({
  type: 'Announce',
  at: 1000,
  after: 0,
  position: 9,
  updates: { from: 500, last: 9 },
  connections: [],
  debounceMs: 1000,
  ...fields,
})

const after = (...commands: readonly Command[]): State =>
  commands.reduce((state, command) => {
    const decided = decide(command, state)
    return E.isRight(decided) ? decided.right.reduce(evolve, state) : state
  }, initialState)

const types = (command: Command, state: State) =>
  E.map((events: readonly DomainEvent[]) => events.map(({ type }) => type))(decide(command, state))

describe('decide: webhooks', () => {
  test('are added once, up to a bound, and removed once', () => {
    const one = after(subscribe('a'))
    expect(types(subscribe('a'), one)).toEqual(E.right([]))
    const ids = Array.from({ length: MOST_WEBHOOKS }, (_, index) => `w${index}`)
    const full = after(...ids.map((id) => subscribe(id)))
    expect(decide(subscribe('more'), full)).toEqual(
      E.left({ type: 'TooManyWebhooks', limit: MOST_WEBHOOKS }),
    )
    const remove = { type: 'Unsubscribe', at: 0, id: 'w0' } as const
    expect(types(remove, full)).toEqual(E.right(['WebhookUnsubscribed']))
    expect(types(remove, one)).toEqual(E.right([]))
  })

  test('that are disabled are told nothing', () => {
    const disable = { type: 'Disable', at: 0, id: 'a', reason: 'gone' } as const
    const state = after(subscribe('a'), disable)
    expect(types(disable, state)).toEqual(E.right([]))
    expect(types(announce(), state)).toEqual(E.right([]))
  })

  test('are told of updates once, and of what came after it next time', () => {
    const state = after(subscribe('a'))
    expect(decide(announce(), state)).toEqual(
      E.right([{ type: 'UpdatesAnnounced', at: 1000, after: 0, position: 9, from: 500 }]),
    )
    const told = after(subscribe('a'), announce())
    expect(types(announce({ at: 9000 }), told)).toEqual(E.right([]))
    const more = announce({ at: 9000, after: 5, position: 12, updates: { from: 700, last: 12 } })
    expect(decide(more, told)).toEqual(
      E.right([{ type: 'UpdatesAnnounced', at: 9000, after: 9, position: 12, from: 700 }]),
    )
  })

  test('are told nothing that happened before the first of them was there', () => {
    expect(types(announce(), after(subscribe('a', 9)))).toEqual(E.right([]))
    expect(types(announce(), after(subscribe('a', 8)))).toEqual(E.right(['UpdatesAnnounced']))
    expect(types(announce(), after(subscribe('a', 8), subscribe('b', 9)))).toEqual(
      E.right(['UpdatesAnnounced']),
    )
  })

  test('are told at most once in a debounce, whoever asks', () => {
    const told = after(subscribe('a'), announce())
    const more = { after: 9, position: 12, updates: { from: 700, last: 12 } }
    expect(decide(announce({ ...more, at: 1999 }), told)).toEqual(
      E.left({ type: 'TooSoon', dueAt: 2000 }),
    )
    expect(types(announce({ ...more, at: 2000 }), told)).toEqual(E.right(['UpdatesAnnounced']))
    const setBack = announce({ ...more, at: 10 })
    expect(types(setBack, told)).toEqual(E.right(['UpdatesAnnounced']))
  })

  test('are told of connections when they ask for that, each once', () => {
    const lost = { calendarId: 'team', connection: 'Disconnected', position: 7 } as const
    const only = announce({ updates: null, connections: [lost] })
    expect(types(only, after(subscribe('a')))).toEqual(E.right([]))
    const listening = { ...subscribe('a'), triggers: ['StateChange'] } as const
    expect(types(only, after(listening))).toEqual(E.right(['ConnectionAnnounced']))
    expect(types({ ...only, at: 9000 }, after(listening, only))).toEqual(E.right([]))
    expect(types(announce(), after(listening))).toEqual(E.right([]))
  })
})

test('toldOf: the active ones that listen', () => {
  const state = after(
    subscribe('a'),
    { ...subscribe('b'), triggers: ['StateChange'] },
    subscribe('c'),
    { type: 'Disable', at: 0, id: 'c', reason: '' },
  )
  const updates: DomainEvent = { type: 'UpdatesAnnounced', at: 0, after: 0, position: 1, from: 0 }
  expect(toldOf(updates, state)).toEqual(['a'])
})

describe('decide: a webhook whose deliveries fail', () => {
  const report = (deliveries: 'Fail' | 'Succeed') =>
    ({ type: 'Report', at: 5000, id: 'a', deliveries }) as const
  const more = announce({
    at: 9000,
    after: 9,
    position: 12,
    updates: { from: 700, last: 12 },
  })
  const told = (events: readonly DomainEvent[], state: State) => {
    const last = events.at(-1)
    return last === undefined ? [] : toldOf(last, events.reduce(evolve, state))
  }
  const decided = (command: Command, state: State) => {
    const result = decide(command, state)
    return E.isRight(result) ? result.right : []
  }

  test('is told no updates, and all of them once one succeeds', () => {
    const failing = after(subscribe('a'), subscribe('b'), announce(), report('Fail'))
    expect(failing.webhooks.get('a')?.failing).toEqual({ after: 9, from: 500 })
    expect(decided(report('Fail'), failing)).toEqual([])
    expect(told(decided(more, failing), failing)).toEqual(['b'])
    const later = after(subscribe('a'), subscribe('b'), announce(), report('Fail'), more)
    const recovered = decided(report('Succeed'), later)
    expect(recovered).toEqual([
      { type: 'WebhookRecovered', at: 5000, id: 'a', after: 9, from: 500 },
    ])
    expect(told(recovered, later)).toEqual(['a'])
    expect(decided(report('Succeed'), recovered.reduce(evolve, later))).toEqual([])
  })

  test('is told nothing once it recovers when nothing was updated', () => {
    const failing = after(subscribe('a'), announce(), report('Fail'))
    expect(told(decided(report('Succeed'), failing), failing)).toEqual([])
  })

  test('is still told of connections', () => {
    const listening = { ...subscribe('a'), triggers: ['StateChange'] } as const
    const lost = { calendarId: 'team', connection: 'Disconnected', position: 12 } as const
    const failing = after(listening, report('Fail'))
    const announced = decided({ ...more, updates: null, connections: [lost] }, failing)
    expect(told(announced, failing)).toEqual(['a'])
  })
})
