import assert from 'node:assert/strict'
import type { Notifier, NotifierFailure, OutboxMessage } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { history } from '../arbitraries/index.js'
import { messagesPlanned } from './planned-messages.js'
import { TENANT, withOpened } from './store.js'

/** A notifier for one test, and its sink: what it delivers to, empty at first. */
export interface NotifierUnderTest {
  readonly notifier: Notifier
  /** The `messageId` of everything that the sink was given, as often as it was. */
  readonly received: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
  /** Lets the sink fail for a while, and work again. */
  readonly outage?: (state: 'Begins' | 'Ends') => Promise<void>
  /** Lets the sink refuse a recipient for good. */
  readonly refuse?: (recipient: string) => Promise<void>
}

/** Opens a fresh notifier, once for each run of a law. */
export type OpenNotifier = () => Promise<NotifierUnderTest>

/** What the sink of a notifier may be able to do. */
export type NotifierCapability = 'outage' | 'refuse'

/** NOTIFY-001: what is said to be delivered was delivered. */
export const deliversWhatItSays = (open: OpenNotifier) =>
  fc.asyncProperty(messages(), (planned) =>
    withOpened(open, async ({ notifier, received }) => {
      for (const message of planned) {
        assert.deepEqual(await notifier.notify(message)(), E.right(undefined))
        assert.ok((await received()).includes(message.messageId))
      }
    }),
  )

/** NOTIFY-002: a message that is delivered again has the same id, so that the sink can drop it. */
export const deliversAgainUnderTheSameId = (open: OpenNotifier) =>
  fc.asyncProperty(messages(), (planned) =>
    withOpened(open, async ({ notifier, received }) => {
      for (const message of [...planned, ...planned]) await notifier.notify(message)()
      const ids = new Set(planned.map(({ messageId }) => messageId))
      assert.deepEqual(new Set(await received()), ids)
    }),
  )

/** NOTIFY-003: while the sink fails, a failure is transient, never an exception; afterwards it delivers. */
export const outagesPass = (open: OpenNotifier) =>
  fc.asyncProperty(messages(), (planned) =>
    withOpened(open, async ({ notifier, received, outage }) => {
      assert.ok(outage)
      await outage('Begins')
      for (const message of planned) assert.equal(await failureOf(notifier, message), 'Transient')
      await outage('Ends')
      for (const message of planned) assert.equal(await failureOf(notifier, message), null)
      const ids = planned.map(({ messageId }) => messageId)
      assert.deepEqual(new Set(await received()), new Set(ids))
    }),
  )

/** NOTIFY-004: what the sink refuses for good is permanent, and for the others nothing changes. */
export const refusalsArePermanent = (open: OpenNotifier) =>
  fc.asyncProperty(messages(), (planned) =>
    withOpened(open, async ({ notifier, refuse }) => {
      assert.ok(refuse)
      const refused = planned[0]?.recipient ?? ''
      await refuse(refused)
      for (const message of planned) {
        const expected = message.recipient === refused ? 'Permanent' : null
        assert.equal(await failureOf(notifier, message), expected)
      }
    }),
  )

const failureOf = async (
  notifier: Notifier,
  message: OutboxMessage,
): Promise<NotifierFailure['type'] | null> => {
  const result = await notifier.notify(message)()
  return E.isLeft(result) ? result.left.type : null
}

/** What histories plan, at least one. */
const messages = (): fc.Arbitrary<readonly OutboxMessage[]> =>
  history({ minLength: 5, maxLength: 15 })
    .map(({ steps }) => messagesPlanned(TENANT, steps))
    .filter((planned) => planned.length > 0)
