import assert from 'node:assert/strict'
import type { Body, DomainEvent, EventStore } from '@kalends/core'
import { once } from './once.js'
import { logOf, newEvent, succeed } from './perform.js'
import { created, onStream, recording } from './recording.js'
import type { OpenStore } from './store.js'
import { TENANT, withStore } from './store.js'

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

/** Ids that someone takes for equal. */
const IDS = ['a', 'A', 'ä', 'a\u0308', 'a ', ' a', 'ａ', '日本', 'a/b', "a'b", 'a%']

/**
 * STORE-021: what goes in comes out to the letter: any text, a mebibyte of it, numbers up to the edges of what
 * JSON can say, and ids that someone takes for equal are different streams. Zero may lose its sign, as JSON does.
 */
export const payloadsComeBackToTheLetter = (open: OpenStore<EventStore>) =>
  once(() =>
    withStore(open, async (store) => {
      const given: readonly DomainEvent[] = [
        ...IDS.map((uid) => created(uid)),
        ...TEXTS.map((title, index) => created(`text-${index}`, { title, location: title })),
        ...NUMBERS.map((sizeBytes, index) => created(`number-${index}`, sizedAs(sizeBytes))),
        ...BODIES.map((body, index) => created(`body-${index}`, { body })),
      ]
      for (const [index, each] of given.entries()) {
        const streams = [onStream(uidOf(each), [newEvent(each, index)], { type: 'None' })]
        await succeed(store.append(recording(`payload-${index}`, streams)))
      }
      const log = await logOf(store, TENANT)
      for (const [index, each] of given.entries()) {
        const { position } = log[index] ?? assert.fail('the log is too short')
        assert.equal(position, index + 1)
        // Not one assertion of all: its message would hold a mebibyte.
        assert.ok(isSame(log[index]?.happened, each), `${uidOf(each)} has changed`)
        const { state } = await succeed(store.load(TENANT, 'event', uidOf(each)))
        assert.ok(state.type !== 'Absent' && isSame(state.event.body, bodyOf(each)))
      }
    }),
  )

const sizedAs = (sizeBytes: number) => ({
  attachments: [{ name: 'a', url: 'https://example.com/a', mimeType: null, sizeBytes }],
})

const uidOf = (happened: DomainEvent): string => (happened.type === 'Created' ? happened.uid : '')

const bodyOf = (happened: DomainEvent): Body | null =>
  happened.type === 'Created' ? happened.body : null

const isSame = (one: unknown, other: unknown): boolean => {
  try {
    assert.deepEqual(throughJson(one), throughJson(other))
    return true
  } catch {
    return false
  }
}

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
