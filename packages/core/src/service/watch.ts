import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Uid } from '../event/index.js'
import type { Recorded } from '../ports/index.js'
import type { Change, Onlooker } from './change.js'
import { changeSeen } from './change.js'
import { changesToken, positionOf } from './changes-token.js'
import type { ReadFailure } from './failure.js'
import { followPages } from './follow-pages.js'
import { keptSpans } from './kept-spans.js'
import type { Parts } from './parts.js'
import { KalendsError } from './promise.js'
import { snapshot } from './snapshot.js'
import type { ReadSpan } from './span.js'
import { readSpan } from './span.js'

/** Whose calendar, and since when: a token of this or of `changes`; without one, from now on. */
export interface WatchRequest extends Onlooker {
  readonly since?: string
}

/** A change as it happened; null where more of the log held nothing for the viewer. `next` goes on behind it. */
export interface Watched {
  readonly change: Change | null
  readonly next: string
}

/** A watch that has not begun. */
export interface Watch {
  /** Where it begins. */
  readonly next: string
  /** Begins, for ever: holds a listener from its first value on, until `signal` aborts or it is returned. */
  readonly begin: (signal: AbortSignal) => AsyncGenerator<Watched, void, undefined>
}

/**
 * The changes of a viewer's calendar one by one, as they happen: each command once, none in silence.
 *
 * Misses none and repeats none, also across watches that go on from a token. Reads the log no further than it is
 * asked for, so a slow reader costs no memory. Throws a `KalendsError` when the store fails.
 */
export const watch = (
  parts: Parts,
): ((request: WatchRequest) => TE.TaskEither<ReadFailure, Watch>) => {
  const read = keptSpans(readSpan(parts.store))
  return (request) =>
    pipe(
      request.since === undefined
        ? snapshot(parts, request.viewer.tenantId, undefined)
        : positionOf(parts, request.viewer, request.since),
      TE.map((after) => ({
        next: changesToken(parts, request.viewer, after),
        begin: (signal) => watching(parts, request, { after, signal, read }),
      })),
    )
}

interface Beginning {
  readonly after: number
  readonly signal: AbortSignal
  readonly read: ReadSpan
}

async function* watching(
  parts: Parts,
  request: WatchRequest,
  { after, signal, read }: Beginning,
): AsyncGenerator<Watched, void, undefined> {
  const { viewer } = request
  const { tenantId } = viewer
  const next = (position: number) => changesToken(parts, viewer, position)
  for await (const page of followPages(parts.store, { tenantId, after, signal })) {
    for (const { uid, first, last } of commandsIn(page)) {
      const span = await read({ tenantId, uid, after: first - 1, until: last })()
      if (span._tag === 'Left') throw new KalendsError(span.left)
      const change = span.right.loudness === 'Heard' ? changeSeen(request, span.right) : null
      if (change !== null) yield { change, next: next(last) }
    }
    yield { change: null, next: next(page.at(-1)?.position ?? after) }
  }
}

/** What one command did to one event: from which position to which. */
interface Command {
  readonly uid: Uid
  readonly commandId: string
  readonly first: number
  readonly last: number
}

const commandsIn = (page: readonly Recorded[]): readonly Command[] => {
  const commands: Command[] = []
  for (const { aggregate, streamId: uid, commandId, position } of page) {
    if (aggregate !== 'event') continue
    const before = commands.at(-1)
    const goesOn = before?.commandId === commandId && before.uid === uid
    if (goesOn) commands[commands.length - 1] = { ...before, last: position }
    else commands.push({ uid, commandId, first: position, last: position })
  }
  return commands
}
