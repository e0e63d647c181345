import * as E from 'fp-ts/lib/Either.js'
import type { BotReport, BotRunner } from './bot-runner.js'

/** One line of a script: what a bot reports, so long after the line before. */
export interface ScriptLine {
  readonly afterMs: number
  readonly step: BotReport
}

/** What scripted bots are made of. */
export interface ScriptedBotsOptions {
  /** Default: `shortCall`. */
  readonly script?: readonly ScriptLine[]
  /** How time goes by. Default: by timers. */
  readonly wait?: (ms: number) => Promise<void>
  /** Ends every call where it is, so that whoever stops need not wait for the last line. */
  readonly signal?: AbortSignal
}

/** A call as most are: admitted, recorded and transcribed, left. */
export const shortCall: readonly ScriptLine[] = [
  { afterMs: 500, step: { to: 'JoinedNotRecording' } },
  { afterMs: 500, step: { to: 'JoinedRecording', transcription: 'InProgress' } },
  { afterMs: 2000, step: { to: 'Leaving' } },
  { afterMs: 500, step: { to: 'Ended', recording: 'Complete', transcription: 'Complete' } },
]

/**
 * Bots that join no call, and report what their script says: for tests and demonstrations.
 *
 * Each follows the same script, line by line; what is refused ends it. With a `wait` that does not wait it is over at once.
 */
export const scriptedBots = ({
  script = shortCall,
  wait = byTimer,
  signal,
}: ScriptedBotsOptions = {}): BotRunner => ({
  join: (_launched, report) => async () => {
    for (const { afterMs, step } of script) {
      if (afterMs > 0) await unlessAborted(wait(afterMs), signal)
      if (signal?.aborted === true) break
      const reported = await report(step)()
      if (E.isLeft(reported)) {
        return E.left({ type: 'BotRunnerFailure', reason: JSON.stringify(reported.left) })
      }
    }
    return E.right(undefined)
  },
})

const byTimer = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })

/** Leaves no listener behind: one signal outlives many calls. */
const unlessAborted = async (
  waited: Promise<void>,
  signal: AbortSignal | undefined,
): Promise<void> => {
  if (signal === undefined) return waited
  if (signal.aborted) return
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const abort = () => resolve(undefined)
  signal.addEventListener('abort', abort, { once: true })
  await Promise.race([waited, promise]).finally(() => signal.removeEventListener('abort', abort))
}
