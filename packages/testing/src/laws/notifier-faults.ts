import type { Notifier, NotifierFailure } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { OpenNotifier } from './notifier.js'

/** Spoils a notifier. */
export type NotifierFault = (open: OpenNotifier) => OpenNotifier

const faulty =
  (spoil: (notifier: Notifier) => Notifier): NotifierFault =>
  (open) =>
  async () => {
    const opened = await open()
    return { ...opened, notifier: spoil(opened.notifier) }
  }

/** Says that a message is delivered before it is. NOTIFY-001 must reject it. */
export const speaksTooSoon = faulty(({ notify }) => {
  const waiting: (() => Promise<unknown>)[] = []
  return {
    notify: (message) => async () => {
      const [next] = waiting.splice(0, 1, notify(message))
      await next?.()
      return { _tag: 'Right', right: undefined }
    },
  }
})

/** Counts its deliveries in the id. NOTIFY-002 must reject it. */
export const numbersItsDeliveries = faulty(({ notify }) => {
  const delivered = new Map<string, number>()
  return {
    notify: (message) => async () => {
      const { messageId } = message
      const times = delivered.get(messageId) ?? 0
      const named = times === 0 ? message : { ...message, messageId: `${messageId}#${times}` }
      const result = await notify(named)()
      if (result._tag === 'Right') delivered.set(messageId, times + 1)
      return result
    },
  }
})

const failing = (type: NotifierFailure['type']) =>
  faulty(({ notify }) => ({
    notify: (message) =>
      TE.mapLeft(({ reason }: NotifierFailure): NotifierFailure => ({ type, reason }))(
        notify(message),
      ),
  }))

/** Takes an outage for the end. NOTIFY-003 must reject it. */
export const givesUpAtOnce = failing('Permanent')

/** Tries for ever what is refused for good. NOTIFY-004 must reject it. */
export const neverGivesUp = failing('Transient')
