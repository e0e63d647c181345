import { logSink } from '@kalends/runners'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { OpenNotifier } from '../src/index.js'

/** Keeps what it is given. */
export const sinkInMemory: OpenNotifier = () => {
  const ids: string[] = []
  const refused = new Set<string>()
  const state = { isOut: false }
  return Promise.resolve({
    notifier: {
      notify: ({ messageId, recipient }) => {
        if (refused.has(recipient)) return TE.left({ type: 'Permanent', reason: 'refused' })
        if (state.isOut) return TE.left({ type: 'Transient', reason: 'out' })
        return TE.fromIO(() => void ids.push(messageId))
      },
    },
    received: () => Promise.resolve(ids),
    close: () => Promise.resolve(),
    outage: (outage) => Promise.resolve(void (state.isOut = outage === 'Begins')),
    refuse: (recipient) => Promise.resolve(void refused.add(recipient)),
  })
}

/** Writes lines that hold the message. */
export const loggedLines: OpenNotifier = () => {
  const lines: string[] = []
  const state = { isOut: false }
  return Promise.resolve({
    notifier: logSink((line) => {
      if (state.isOut) throw new Error('the disk is full')
      lines.push(line)
    }),
    received: () =>
      Promise.resolve(
        lines.map((line) => (JSON.parse(line) as { readonly messageId: string }).messageId),
      ),
    close: () => Promise.resolve(),
    outage: (outage) => Promise.resolve(void (state.isOut = outage === 'Begins')),
  })
}
