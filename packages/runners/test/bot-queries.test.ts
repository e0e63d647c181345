import type { ScheduleBot } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import { describe, expect, test } from 'vitest'
import { create, right, stores, worldOf } from './world.js'

const START = Date.UTC(2027, 2, 9, 9)
const HOUR = 3_600_000

describe.each(stores)('bots as they are asked for on %s', (_name, storeAt) => {
  test('are found by places, by events and by when they are due', async () => {
    const { calendar, store, clock } = worldOf(storeAt)()
    const names = new Map<string, string>()
    const add = async (name: string, joinAt: number, fields: Partial<ScheduleBot> = {}) => {
      const asked = { tenantId: 'demo', actor: 'ann', meetingUrl: 'https://zoom.us/j/1', joinAt }
      const { bot } = await calendar.promises.scheduleBot({ ...asked, ...fields })
      names.set(bot.botId, name)
      return { tenantId: asked.tenantId, botId: bot.botId }
    }
    const named = (ids: readonly { readonly botId: string }[]) =>
      ids.map(({ botId }) => names.get(botId))
    for (const uid of ['a', 'b', 'off']) await create({ calendar }, uid)
    await create({ calendar }, 'a', { tenantId: 'other' })
    const of = (uid: string) => ({ event: { uid, recurrenceId: null } })
    await add('late', START + HOUR, of('a'))
    await add('early', START - HOUR, of('a'))
    await add('of b', START - 2 * HOUR, of('b'))
    await add('gone', START, of('off'))
    await add('free', START)
    await add('elsewhere', START - 3 * HOUR, { tenantId: 'other', ...of('a') })
    const sent = await add('sent', clock.now(), of('b'))
    await calendar.promises.launchBot(sent)
    await calendar.promises.execute({
      ...{ type: 'CancelEvent', tenantId: 'demo', actor: 'ann', uid: 'off' },
    })

    const places = ['a', 'b', 'off', 'none'].map((uid) => ({ uid, recurrenceId: null }))
    const found = await right(store.botsAt({ tenantId: 'demo', places }))
    expect(named(found)).toEqual(['sent', 'of b', 'early', 'late'])
    expect(named(await right(store.botsAt({ tenantId: 'demo', places: [] })))).toEqual([])
    const waiting = await right(store.scheduledBots({ tenantId: 'demo', uids: ['a', 'b', 'off'] }))
    expect(named(waiting.map((botId) => ({ botId }))).toSorted()).toEqual(['early', 'late', 'of b'])
    const due = (until: number, phase: 'Scheduled' | 'Joining' = 'Scheduled') =>
      right(store.dueBots({ phase, until, limit: 3 }))
    expect(named(await due(START + HOUR))).toEqual(['elsewhere', 'of b', 'early'])
    expect(named(await due(START - 3 * HOUR))).toEqual(['elsewhere'])
    expect(await due(START - 3 * HOUR - 1)).toEqual([])
    expect(await due(clock.now(), 'Joining')).toEqual([{ ...sent, dueAt: clock.now() }])
  })

  test('of a page of rows are read in one query', async () => {
    const world = worldOf(storeAt)()
    const asked: number[] = []
    const calendar = createCalendar({
      ...world,
      store: {
        ...world.store,
        botsAt: (query) => {
          asked.push(query.places.length)
          return world.store.botsAt(query)
        },
      },
    })
    for (const uid of ['a', 'b', 'c']) await create({ calendar }, uid)
    const { items } = await calendar.promises.tenantEvents({
      viewer: { tenantId: 'demo', userId: 'ann' },
      ...{ filter: {}, order: 'StartTime', direction: 'Ascending', limit: 9 },
      syncWindow: { backMs: HOUR, aheadMs: HOUR },
    })
    await calendar.promises.botsOf({ tenantId: 'demo', rows: items })
    await calendar.promises.botsOf({ tenantId: 'demo', rows: [] })
    expect(asked).toEqual([3])
  })
})
