import type { Body } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { constVoid } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { afterEach, describe, expect, test } from 'vitest'
import type {
  DetectionError,
  DetectLanguage,
  DetectLanguagesOptions,
  Runner,
} from '../src/index.js'
import { detectLanguages } from '../src/index.js'
import type { World } from './world.js'
import { create, right, stores, worldOf } from './world.js'

const running: Runner[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((runner) => runner.stop()))
})

const detect = (world: World, options: Partial<DetectLanguagesOptions> = {}): Runner => {
  const runner = detectLanguages({
    ...world,
    checkpoints: world.store,
    pollMs: 600_000,
    ...options,
  })
  running.push(runner)
  return runner
}

const plain = (content: string): Body => ({ format: 'Plain', content })
const english = plain('We go over the roadmap for the coming quarter.')
const german = plain('Wir besprechen die Planung für das nächste Quartal.')

const describeAs = ({ calendar }: World, uid: string, body: Body | null) =>
  calendar.promises.execute({
    type: 'PatchEvent',
    tenantId: 'demo',
    actor: 'ann',
    uid,
    changes: { body },
  })

const languageOf = async ({ store }: World, uid: string, tenantId = 'demo') => {
  const { state } = await right(store.load(tenantId, 'event', uid))
  return state.type === 'Absent' ? undefined : state.event.language
}

const logLength = async ({ store }: World) => (await right(store.head('demo'))).position

describe.each(stores)('detectLanguages on %s', (_name, storeAt) => {
  const newWorld = worldOf(storeAt)

  test('records the language of what is there and of what comes', async () => {
    const world = newWorld()
    await create(world, 'before', { body: english })
    const runner = detect(world)
    await runner.idle()
    await create(world, 'after', { body: german })
    await create(world, 'silent')
    await runner.idle()
    expect(await languageOf(world, 'before')).toBe('en')
    expect(await languageOf(world, 'after')).toBe('de')
    expect(await languageOf(world, 'silent')).toBeNull()
  })

  test('records the language of a series that was split off before it was known', async () => {
    const world = newWorld()
    const { execute } = world.calendar.promises
    await execute({
      type: 'CreateEvent',
      tenantId: 'demo',
      actor: 'ann',
      uid: 'daily',
      title: 'daily',
      timeSlot: { start: '2027-03-09T09:00:00Z', end: '2027-03-09T10:00:00Z' },
      recurrence: ['RRULE:FREQ=DAILY;COUNT=5'],
      body: english,
    })
    await execute({
      type: 'SplitSeries',
      tenantId: 'demo',
      actor: 'ann',
      uid: 'daily',
      newUid: 'later',
      recurrenceId: '20270311T090000Z',
      changes: { title: 'later' },
    })
    await detect(world).idle()
    expect(await languageOf(world, 'daily')).toBe('en')
    expect(await languageOf(world, 'later')).toBe('en')
  })

  test('reads HTML and Delta bodies without their markup', async () => {
    const world = newWorld()
    const runner = detect(world)
    const content =
      '<style>the and with</style><p>Wir <b>besprechen</b> die Planung.</p><ul><li>Stand</li></ul>'
    await create(world, 'html', { body: { format: 'Html', content } })
    const ops = [
      { insert: 'Nous préparons ' },
      { insert: { image: 'x' } },
      { insert: 'la réunion de lundi.\n' },
    ]
    await create(world, 'delta', { body: { format: 'Delta', content: { ops } } })
    await runner.idle()
    expect(await languageOf(world, 'html')).toBe('de')
    expect(await languageOf(world, 'delta')).toBe('fr')
  })

  test('a new body gets its own language, and a late one is nobody else’s', async () => {
    const world = newWorld()
    await create(world, 'a', { body: english })
    await describeAs(world, 'a', german)
    await detect(world).idle()
    expect(await languageOf(world, 'a')).toBe('de')
    const { state } = await right(world.store.load('demo', 'event', 'a'))
    expect(state.type === 'Scheduled' && state.event.revision).toBe(2)
  })

  test('names the detector as actor and the body’s domain event as cause', async () => {
    const world = newWorld()
    await create(world, 'a', { body: english })
    await detect(world).idle()
    const [created, detected] = await right(
      world.store.readLog({ tenantId: 'demo', after: 0, limit: 9 }),
    )
    expect(detected).toMatchObject({
      actor: { type: 'System', name: 'language-detector' },
      causationId: created?.eventId,
      happened: { type: 'LanguageDetected', language: 'en', bodyRevision: 1 },
    })
  })

  test('goes on from its checkpoint; without one it does everything again, to no effect', async () => {
    const world = newWorld()
    const texts: string[] = []
    const counting: DetectLanguage = (text) => {
      texts.push(text)
      return TE.right('en')
    }
    await create(world, 'a', { body: english })
    const first = detect(world, { detect: counting })
    await first.idle()
    await first.stop()
    expect(await right(world.store.position('language-detector', 'demo'))).toBe(2)

    const second = detect(world, { detect: counting })
    await second.idle()
    await second.stop()
    expect(texts).toHaveLength(1)

    const reached = await logLength(world)
    const forgetful = { position: () => TE.right(0), advance: () => TE.right(undefined) }
    await detect(world, { detect: counting, checkpoints: forgetful }).idle()
    expect(texts).toHaveLength(2)
    expect(await logLength(world)).toBe(reached)
  })

  test('follows tenants that appear later, and those that other processes made', async () => {
    const world = newWorld()
    const deaf = { ...world.store, onAppended: () => constVoid }
    detect(world)
    const poller = detect(world, {
      name: 'other',
      store: deaf,
      pollMs: 5,
      detect: () => TE.right('xx'),
    })
    await poller.idle()
    await create(world, 'a', { body: english, tenantId: 'later' })
    await expect.poll(() => right(world.store.position('other', 'later'))).toBeGreaterThan(0)
    await expect
      .poll(() => right(world.store.position('language-detector', 'later')))
      .toBeGreaterThan(0)
  })

  test('reads a long log page by page', async () => {
    const world = newWorld()
    for (let n = 0; n < 25; n += 1) await create(world, `event-${n}`, { body: english })
    await detect(world, { batch: 4, detect: () => TE.right('en') }).idle()
    const languages = await Promise.all(
      Array.from({ length: 25 }, (_, n) => languageOf(world, `event-${n}`)),
    )
    expect(new Set(languages)).toEqual(new Set(['en']))
  })

  test('a failure that may pass is retried, and holds up no other tenant', async () => {
    const world = newWorld()
    const errors: DetectionError[] = []
    let failures = 2
    const flaky: DetectLanguage = (text) =>
      text === english.content && failures-- > 0
        ? TE.left({ type: 'Transient', reason: 'down' })
        : TE.right('en')
    await create(world, 'a', { body: english, tenantId: 'bad' })
    await create(world, 'a', { body: german, tenantId: 'good' })
    const backoff = { baseMs: 20, random: () => 0.99 }
    const runner = detect(world, { detect: flaky, backoff, onError: (error) => errors.push(error) })
    await runner.idle()
    expect(await languageOf(world, 'a', 'good')).toBe('en')
    expect(await languageOf(world, 'a', 'bad')).toBe('en')
    expect(errors.map(({ tenantId }) => tenantId)).toEqual(['bad', 'bad'])
  })

  test('what fails for good is reported and passed over', async () => {
    const world = newWorld()
    const errors: DetectionError[] = []
    const detector: DetectLanguage = (text) =>
      text === english.content ? TE.left({ type: 'Permanent', reason: 'no' }) : TE.right('de')
    await create(world, 'a', { body: english })
    await create(world, 'b', { body: german })
    await detect(world, { detect: detector, onError: (error) => errors.push(error) }).idle()
    expect(await languageOf(world, 'a')).toBeNull()
    expect(await languageOf(world, 'b')).toBe('de')
    expect(errors).toHaveLength(1)
  })

  test('the checkpoint does not pass a language that was not recorded', async () => {
    const world = newWorld()
    await create(world, 'a', { body: english })
    let broken = true
    const calendar = {
      execute: (command: Parameters<typeof world.calendar.execute>[0]) =>
        broken
          ? TE.left({ type: 'StoreFailure', reason: 'full' } as const)
          : world.calendar.execute(command),
    }
    const backoff = { baseMs: 1, random: () => 0 }
    const runner = detect(
      { ...world, calendar: world.calendar },
      { calendar, backoff, detect: () => TE.right('en') },
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await right(world.store.position('language-detector', 'demo'))).toBe(0)
    broken = false
    await runner.idle()
    expect(await languageOf(world, 'a')).toBe('en')
  })

  test('a failure to read tenants is retried too', async () => {
    const world = newWorld()
    await create(world, 'a', { body: english })
    let failures = 2
    const store = {
      ...world.store,
      tenants: () =>
        failures-- > 0
          ? Promise.resolve(E.left({ type: 'StoreFailure', reason: 'busy' } as const))
          : world.store.tenants(),
    }
    await detect(world, { store, backoff: { baseMs: 1 } }).idle()
    expect(await languageOf(world, 'a')).toBe('en')
  })
})
