import type { CalendarService, ImportEvent, ScheduleBot } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import type { MemoryStore } from '@kalends/storage-memory'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { afterEach, describe, expect, test } from 'vitest'
import type { BotRunner, Runner, RunBotsOptions } from '../src/index.js'
import { alignBots, runBots, scriptedBots } from '../src/index.js'
import type { World } from './world.js'
import { right, stores, worldOf } from './world.js'

const running: Runner[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((runner) => runner.stop()))
})

const MEET = 'https://meet.google.com/abc-defg-hij'
const START = Date.UTC(2027, 2, 9, 9)
const MINUTE = 60_000
const DAY = 86_400_000
const ann = { tenantId: 'demo', actor: 'ann' }

const slot = (start: number) => ({
  timeSlot: {
    start: new Date(start).toISOString(),
    end: new Date(start + 60 * MINUTE).toISOString(),
  },
})

const create = ({ promises }: CalendarService, uid: string, recurrence: string | null = null) =>
  promises.execute({
    ...{ ...ann, type: 'CreateEvent', uid, title: uid, location: MEET, ...slot(START) },
    ...(recurrence === null ? {} : { recurrence: [recurrence] }),
  })

const schedule = async (
  { promises }: CalendarService,
  uid: string,
  recurrenceId: string | null = null,
  fields: Partial<ScheduleBot> = {},
): Promise<string> =>
  (await promises.scheduleBot({ ...ann, event: { uid, recurrenceId }, ...fields })).bot.botId

const cancel = ({ promises }: CalendarService, uid: string) =>
  promises.execute({ ...ann, type: 'CancelEvent', uid })

const move = ({ promises }: CalendarService, uid: string, start: number) =>
  promises.execute({ ...ann, type: 'PatchEvent', uid, changes: slot(start) })

/** When a bot joins; null when it is deleted. */
const joinAt = async ({ getBot }: CalendarService, botId: string): Promise<number | null> => {
  const bot = await getBot({ tenantId: 'demo', botId })()
  return bot._tag === 'Right' ? bot.right.joinAt : null
}

const importing = (fields: Partial<ImportEvent> = {}): ImportEvent => ({
  ...{ ...ann, type: 'ImportEvent', key: ['g-1'], title: 'Outside', status: 'Confirmed' },
  time: { type: 'Timed', start: START, end: START + MINUTE, timeZone: 'UTC' as never },
  ...{ location: MEET, body: null, recurrence: null, occurrences: [] },
  source: {
    ...{ provider: 'google', providerId: 'g-1', iCalUid: null, createdAt: null, updatedAt: null },
    ...{ sequence: 0, htmlLink: null, conferenceUrl: null, transparency: 'Opaque' },
    ...{ organizer: null, creator: null, attendees: [], extendedProperties: null, raw: {} },
  },
  ...fields,
})

const at = (start: number) => ({
  time: { type: 'Timed', start, end: start + MINUTE, timeZone: 'UTC' as never } as const,
})

/** A store that cannot say which bots there are, so that nobody aligns them: `times` times, or always. */
const deaf = (store: MemoryStore, times = Infinity): MemoryStore => {
  let left = times
  return {
    ...store,
    scheduledBots: (query) => {
      left -= 1
      return left < 0
        ? store.scheduledBots(query)
        : TE.left({ type: 'StoreFailure', reason: 'killed' })
    },
  }
}

/** A store on which something else is done right before a bot is first written. */
const beforeBots = (store: MemoryStore, act: () => Promise<unknown>): MemoryStore => {
  let acted = false
  return {
    ...store,
    append: (asked) => async () => {
      if (!acted && asked.streams.some(({ aggregate }) => aggregate === 'bot')) {
        acted = true
        await act()
      }
      return store.append(asked)()
    },
  }
}

describe.each(stores)('bots and their events on %s', (_name, storeAt) => {
  const newWorld = worldOf(storeAt)

  test('a move of the event moves its bots as far, from wherever they were', async () => {
    const { calendar } = newWorld()
    await create(calendar, 'a')
    const prompt = await schedule(calendar, 'a')
    const early = await schedule(calendar, 'a', null, { joinAt: START - 5 * MINUTE })
    await move(calendar, 'a', START + DAY)
    expect(await joinAt(calendar, prompt)).toBe(START + DAY)
    expect(await joinAt(calendar, early)).toBe(START + DAY - 5 * MINUTE)
    await calendar.promises.execute({
      ...{ ...ann, type: 'PatchEvent', uid: 'a', changes: { title: 'another' } },
    })
    expect(await joinAt(calendar, early)).toBe(START + DAY - 5 * MINUTE)
  })

  test('a cancelled event deletes its scheduled bots, and lets be who is in the call', async () => {
    const { calendar, clock } = newWorld()
    await create(calendar, 'a')
    const scheduled = await schedule(calendar, 'a')
    const inside = await schedule(calendar, 'a', null, { joinAt: clock.now() })
    expect(await calendar.promises.launchBot({ tenantId: 'demo', botId: inside })).not.toBeNull()
    await cancel(calendar, 'a')
    expect(await joinAt(calendar, scheduled)).toBeNull()
    expect(await joinAt(calendar, inside)).toBe(clock.now())
    const refused = calendar.promises.scheduleBot({
      ...{ ...ann, event: { uid: 'a', recurrenceId: null } },
    })
    await expect(refused).rejects.toMatchObject({
      failure: { rejection: { type: 'EventCancelled' } },
    })
  })

  test('an occurrence that moves, is cancelled, or is no more takes its bots along, and no others', async () => {
    const { calendar } = newWorld()
    const { execute } = calendar.promises
    await create(calendar, 'daily', 'RRULE:FREQ=DAILY;COUNT=9')
    const ids = [1, 2, 3, 4].map((day) => `202703${String(9 + day).padStart(2, '0')}T090000Z`)
    const bots = await Promise.all(ids.map((id) => schedule(calendar, 'daily', id)))
    const times = () => Promise.all(bots.map((botId) => joinAt(calendar, botId)))
    const starts = [1, 2, 3, 4].map((day) => START + day * DAY)
    expect(await times()).toEqual(starts)
    const [first = '', second = '', third = '', fourth = ''] = ids
    const one = { ...ann, uid: 'daily' } as const
    await execute({
      ...{ ...one, type: 'PatchOccurrence', recurrenceId: first, changes: slot(START + 90 * DAY) },
    })
    await execute({ ...one, type: 'CancelOccurrence', recurrenceId: second })
    expect(await times()).toEqual([START + 90 * DAY, null, starts[2], starts[3]])
    await move(calendar, 'daily', START + 60 * MINUTE)
    const hourLater = third.replace('T09', 'T10')
    expect((await times()).slice(2)).toEqual(starts.slice(2).map((each) => each + 60 * MINUTE))
    await execute({
      ...{ ...one, type: 'SplitSeries', recurrenceId: hourLater, newUid: 'later' },
      changes: slot(START + 3 * DAY + 120 * MINUTE),
    })
    expect((await times()).slice(2)).toEqual(starts.slice(2).map((each) => each + 120 * MINUTE))
    await execute({
      ...{ ...ann, type: 'TruncateSeries', uid: 'later' },
      recurrenceId: fourth.replace('T09', 'T11'),
    })
    expect(await times()).toEqual([
      START + 90 * DAY + 60 * MINUTE, // it keeps its distance from its series
      null,
      START + 3 * DAY + 120 * MINUTE,
      null,
    ])
  })

  test('an occurrence of a daily series goes a day with it, though another stands where it was', async () => {
    const { calendar } = newWorld()
    await create(calendar, 'daily', 'RRULE:FREQ=DAILY')
    const botId = await schedule(calendar, 'daily', '20270312T090000Z')
    await move(calendar, 'daily', START + DAY)
    expect(await joinAt(calendar, botId)).toBe(START + 4 * DAY)
  })

  test('a bot in the night in which clocks go forward goes by the clock of its series', async () => {
    const { calendar } = newWorld()
    const nightly = (hour: string) => ({
      timeSlot: {
        ...{ start: `2027-03-26T${hour}:30:00`, end: `2027-03-26T${hour}:45:00` },
        timeZone: 'Europe/Berlin',
      },
    })
    await calendar.promises.execute({
      ...{ ...ann, type: 'CreateEvent', uid: 'n', title: 'n', location: MEET, ...nightly('02') },
      recurrence: ['RRULE:FREQ=DAILY;COUNT=5'],
    })
    const nights = ['20270327T013000Z', '20270328T013000Z', '20270329T003000Z']
    const bots: string[] = []
    for (const id of nights) bots.push(await schedule(calendar, 'n', id))
    const times = () => Promise.all(bots.map((botId) => joinAt(calendar, botId)))
    const on = (day: number, hour: number) => Date.UTC(2027, 2, day, hour, 30)
    expect(await times()).toEqual([on(27, 1), on(28, 1), on(29, 0)])
    await calendar.promises.execute({
      ...{ ...ann, type: 'PatchEvent', uid: 'n', changes: nightly('03') },
    })
    expect(await times()).toEqual([on(27, 2), on(28, 1), on(29, 1)])
    await calendar.promises.execute({
      ...{ ...ann, type: 'PatchEvent', uid: 'n', changes: nightly('02') },
    })
    expect(await times()).toEqual([on(27, 1), on(28, 1), on(29, 0)])
  })

  test('an import that moves or cancels does so too', async () => {
    const { calendar } = newWorld()
    const { importEvents } = calendar.promises
    const weekly = { key: ['g-2'], recurrence: ['RRULE:FREQ=WEEKLY'] }
    const made = await importEvents([importing(), importing(weekly)])
    const [single = '', series = ''] = made.map(({ uid }) => uid)
    const once = await schedule(calendar, single)
    const next = await schedule(calendar, series, '20270316T090000Z')
    await importEvents([
      importing(at(START + MINUTE)),
      importing({ ...weekly, ...at(START + DAY) }),
    ])
    expect(await joinAt(calendar, once)).toBe(START + MINUTE)
    expect(await joinAt(calendar, next)).toBe(START + 8 * DAY)
    await importEvents([
      importing({ ...at(START), status: 'Cancelled' }),
      { ...ann, type: 'CancelImported', key: ['g-2'] },
    ])
    expect([await joinAt(calendar, once), await joinAt(calendar, next)]).toEqual([null, null])
  })

  test('a fact that moves or cancels a live session does so too', async () => {
    const { calendar, store } = newWorld()
    const { ingest } = calendar.promises
    const session = { liveSessionId: 's', title: 'S', learners: ['bob'] }
    const told = (id: string, start: number) =>
      ingest({
        tenantId: 'demo',
        fact: {
          ...{ type: 'LiveSessionScheduled', id, ...session },
          start: new Date(start).toISOString(),
          end: new Date(start + MINUTE).toISOString(),
        },
      })
    await told('f1', START)
    const [made] = await right(store.readLog({ tenantId: 'demo', after: 1, limit: 1 }))
    const botId = await schedule(calendar, made?.streamId ?? '', null, { meetingUrl: MEET })
    await told('f2', START + DAY)
    expect(await joinAt(calendar, botId)).toBe(START + DAY)
    await ingest({
      tenantId: 'demo',
      fact: { type: 'LiveSessionCancelled', id: 'f3', liveSessionId: 's' },
    })
    expect(await joinAt(calendar, botId)).toBeNull()
  })

  test('cancelling and scheduling at once never leaves a bot on a cancelled event', async () => {
    const { calendar, store } = newWorld()
    const uids = Array.from({ length: 12 }, (_, index) => `e${index}`)
    for (const uid of uids) await create(calendar, uid)
    await Promise.allSettled(
      uids.flatMap((uid, index) => [
        ...(index % 2 === 0 ? [cancel(calendar, uid)] : []),
        ...[1, 2, 3].map(() => schedule(calendar, uid)),
        ...(index % 2 === 1 ? [cancel(calendar, uid)] : []),
      ]),
    )
    expect(await right(store.scheduledBots({ tenantId: 'demo', uids }))).toEqual([])
  })

  test('what is committed between reading and appending is heeded', async () => {
    const world = newWorld()
    const { calendar } = world
    const unheard = createCalendar({ ...world, store: deaf(world.store) })
    const scheduling = createCalendar({
      ...world,
      store: beforeBots(world.store, () => cancel(unheard, 'a')),
    })
    await create(calendar, 'a')
    await expect(schedule(scheduling, 'a')).rejects.toMatchObject({
      failure: { rejection: { type: 'EventCancelled' } },
    })
    await create(calendar, 'b')
    const moved = await schedule(calendar, 'b')
    const moving = createCalendar({
      ...world,
      store: beforeBots(world.store, () => move(unheard, 'b', START + 2 * DAY)),
    })
    await move(moving, 'b', START + DAY)
    expect(await joinAt(calendar, moved)).toBe(START + 2 * DAY)
    await create(calendar, 'c')
    const sent = await schedule(calendar, 'c', null, { joinAt: 0 })
    const sending = createCalendar({
      ...world,
      store: beforeBots(world.store, () => cancel(unheard, 'c')),
    })
    expect(await sending.promises.launchBot({ tenantId: 'demo', botId: sent })).toBeNull()
    expect(await joinAt(calendar, sent)).toBeNull()
  })

  test('what a process left behind that was killed in between is aligned by the log', async () => {
    const world = newWorld()
    const { calendar, store } = world
    for (const uid of ['moved', 'off']) await create(calendar, uid)
    const moved = await schedule(calendar, 'moved')
    const off = await schedule(calendar, 'off')
    const killed = createCalendar({ ...world, store: deaf(store) })
    await move(killed, 'moved', START + DAY)
    await cancel(killed, 'off')
    expect([await joinAt(calendar, moved), await joinAt(calendar, off)]).toEqual([START, START])
    const errors: unknown[] = []
    const aligner = alignBots({
      ...world,
      calendar: createCalendar({ ...world, store: deaf(store, 2) }),
      checkpoints: store,
      pollMs: 600_000,
      backoff: { baseMs: 1, maxMs: 1 },
      onError: (error) => errors.push(error),
    })
    running.push(aligner)
    await aligner.idle()
    expect(errors).toHaveLength(2)
    expect([await joinAt(calendar, moved), await joinAt(calendar, off)]).toEqual([
      START + DAY,
      null,
    ])
    const position = await right(store.position('bot-aligner', 'demo'))
    expect(position).toBeGreaterThan(0)
  })

  test('creating events, and changes that move nothing, ask for no bots', async () => {
    const world = newWorld()
    const asked: string[] = []
    const store = {
      ...world.store,
      scheduledBots: (query: { readonly tenantId: string; readonly uids: readonly string[] }) => {
        asked.push(...query.uids)
        return world.store.scheduledBots(query)
      },
    }
    const calendar = createCalendar({ ...world, store })
    await create(calendar, 'a')
    await calendar.promises.importEvents([importing()])
    await calendar.promises.execute({
      ...{ ...ann, type: 'PatchEvent', uid: 'a', changes: { title: 'another' } },
    })
    expect(asked).toEqual([])
    await cancel(calendar, 'a')
    expect(asked).toEqual(['a'])
  })
})

describe.each(stores)('runBots on %s', (_name, storeAt) => {
  const newWorld = worldOf(storeAt)

  const run = (world: World, runner: BotRunner, options: Partial<RunBotsOptions> = {}): Runner => {
    const started = runBots({ ...world, runner, pollMs: 600_000, ...options })
    running.push(started)
    return started
  }
  const soon = scriptedBots({ wait: () => Promise.resolve() })

  test('sends off who is due, once, and follows the script to its end', async () => {
    const world = newWorld()
    const { calendar, clock } = world
    await create(calendar, 'a')
    const botId = await schedule(calendar, 'a')
    const runners = [run(world, soon), run(world, soon), run(world, soon)]
    const settle = async () => {
      for (const each of runners) await each.idle()
    }
    await settle()
    const ref = { tenantId: 'demo', botId }
    expect((await calendar.promises.getBot(ref)).phase).toBe('Scheduled')
    clock.advance(START - clock.now())
    await settle()
    expect(await calendar.promises.getBot(ref)).toMatchObject({
      ...{ phase: 'Ended', recording: 'Complete', transcription: 'Complete' },
      changes: [
        { at: START, from: 'Scheduled', to: 'Joining', reason: null },
        { from: 'Joining', to: 'JoinedNotRecording' },
        { from: 'JoinedNotRecording', to: 'JoinedRecording' },
        { from: 'JoinedRecording', to: 'Leaving' },
        { from: 'Leaving', to: 'Ended' },
      ],
    })
  })

  test('of several processes one is given a bot', async () => {
    const world = newWorld()
    const { calendar, clock } = world
    const joined: string[] = []
    const counting: BotRunner = {
      join: ({ bot }) => {
        joined.push(bot.botId)
        return TE.right(undefined)
      },
    }
    const made = await Promise.all(
      Array.from({ length: 30 }, () =>
        calendar.promises.scheduleBot({ ...ann, meetingUrl: MEET, joinAt: clock.now() }),
      ),
    )
    const runners = [1, 2, 3].map(() => run(world, counting))
    for (const each of runners) await each.idle()
    expect(joined.toSorted()).toEqual(made.map(({ bot }) => bot.botId).toSorted())
  })

  test('no bot is sent into a call that was cancelled or moved, also when nobody aligned it', async () => {
    const world = newWorld()
    const { calendar, clock, store } = world
    for (const uid of ['moved', 'off']) await create(calendar, uid)
    const moved = await schedule(calendar, 'moved')
    const off = await schedule(calendar, 'off')
    const killed = createCalendar({ ...world, store: deaf(store) })
    await move(killed, 'moved', START + DAY)
    await cancel(killed, 'off')
    clock.advance(START - clock.now())
    await run(world, soon).idle()
    expect(await joinAt(calendar, moved)).toBe(START + DAY)
    expect(await joinAt(calendar, off)).toBeNull()
  })

  test('a bot that cannot be sent, or of which nothing is heard, ends in an error', async () => {
    const world = newWorld()
    const { calendar, clock } = world
    const now = { meetingUrl: MEET, joinAt: clock.now() }
    const { bot: refused } = await calendar.promises.scheduleBot({ ...ann, ...now })
    const failing: BotRunner = {
      join: () => TE.left({ type: 'BotRunnerFailure', reason: 'no seat \ud800' }),
    }
    const first = run(world, failing)
    await first.idle()
    await first.stop()
    const { bot: lost } = await calendar.promises.scheduleBot({ ...ann, ...now })
    await calendar.promises.launchBot({ tenantId: 'demo', botId: lost.botId })
    const second = run(world, soon, { lostAfterMs: MINUTE })
    await second.idle()
    const endOf = async ({ botId }: { readonly botId: string }) =>
      (await calendar.promises.getBot({ tenantId: 'demo', botId })).changes.at(-1)
    expect(await endOf(lost)).toMatchObject({ to: 'Joining' })
    clock.advance(MINUTE)
    await second.idle()
    expect(await endOf(lost)).toMatchObject({
      ...{ to: 'FatalError', reason: 'nothing was heard of it' },
    })
    expect(await endOf(refused)).toMatchObject({ to: 'FatalError', reason: 'no seat \ufffd' })
  })
})
