import assert from 'node:assert/strict'
import type { Body, CalendarEvent, DomainEvent, EventStore } from '@kalends/core'
import { once } from './once.js'
import { logOf, newEvent, succeed } from './perform.js'
import { created, onStream, recording } from './recording.js'
import type { OpenStore } from './store.js'
import { TENANT, withOpened, withStore } from './store.js'

type Payload = Extract<DomainEvent, { type: 'Created' }>

const TEXTS = [
  'ÅßçĐé',
  'e\u0301 is not \u00e9',
  '日本語',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'a\u0000b',
  '\u202Eabc\u2028\u2029\uFEFF',
  '\\"\'; drop table x;--%_',
  ' spaces \t\r\n ',
]

const NUMBERS = [0, -0, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), 0.1, 1e308, 5e-324]

const MEBIBYTE = 1024 * 1024

const long = 'é☃👍x'.repeat(MEBIBYTE / 10)

const BODIES: readonly Body[] = [
  {
    format: 'Delta',
    content: { ops: [{ insert: { numbers: NUMBERS, none: null, nested: [[]] } }] },
  },
  { format: 'Plain', content: long },
]

const sizedAs = (sizeBytes: number) => ({
  attachments: [{ name: 'a', url: 'https://example.com/a', mimeType: null, sizeBytes }],
})

/** Ids that someone takes for equal. */
const IDS = ['a', 'A', 'ä', 'a\u0308', 'a ', ' a', 'ａ', '日本', 'a/b', "a'b", 'a%']

/**
 * STORE-021: what goes in comes out to the letter, also after it was opened again: any text, a mebibyte of it, numbers up
 * to the edges of what JSON can say, the sign of zero, and ids that someone takes for equal are different streams.
 */
export const payloadsComeBackToTheLetter = (open: OpenStore<EventStore>) =>
  once(() =>
    withOpened(open, async ({ store, reopen }) => {
      await appendPayloads(store)
      await isToTheLetter(store)
      if (reopen !== undefined) await withStore(reopen, isToTheLetter)
    }),
  )

/** What happened to events, one each, that something between here and the disk likes to change. */
export const payloads: readonly Payload[] = [
  ...IDS.map((uid) => created(uid)),
  ...TEXTS.map((title, index) => created(`text-${index}`, { title, location: title })),
  ...NUMBERS.map((sizeBytes, index) => created(`number-${index}`, sizedAs(sizeBytes))),
  ...BODIES.map((body, index) => created(`body-${index}`, { body })),
]

/** Appends them, each to a stream of its own. */
export const appendPayloads = async (store: Pick<EventStore, 'append'>): Promise<void> => {
  for (const [index, each] of payloads.entries()) {
    const streams = [onStream(each.uid, [newEvent(each, index)], { type: 'None' })]
    const { events } = await succeed(store.append(recording(`payload-${index}`, streams)))
    assert.ok(isSame(events[0]?.happened, each), `${each.uid} is acknowledged as another`)
  }
}

const isToTheLetter = async (store: EventStore): Promise<void> => {
  const log = await logOf(store, TENANT)
  for (const [index, each] of payloads.entries()) {
    const { position } = log[index] ?? assert.fail('the log is too short')
    assert.equal(position, index + 1)
    // Not one assertion of all: its message would hold a mebibyte.
    assert.ok(isSame(log[index]?.happened, each), `${each.uid} has changed`)
    const { state } = await succeed(store.load(TENANT, 'event', each.uid))
    assert.ok(state.type !== 'Absent' && isAsCreated(state.event, each), `${each.uid} is another`)
  }
}

/** Whether what is free in an event is as it was given. */
export const isAsCreated = (event: CalendarEvent, { body, title, attachments }: Payload): boolean =>
  isSame([event.body, event.title, event.attachments], [body, title, attachments])

const isSame = (one: unknown, other: unknown): boolean => {
  try {
    assert.deepEqual(one, other)
    return true
  } catch {
    return false
  }
}
