import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { BookmarkCommand, BookmarkRejection, BookmarkState } from '../bookmark/index.js'
import { decideBookmark, evolveBookmarks, initialBookmarkState } from '../bookmark/index.js'
import type { Problem, Rejection } from '../event/index.js'
import { textProblems } from '../event/index.js'
import type { AppendFailure, StreamDecision } from '../ports/index.js'
import type { Envelope } from './command.js'
import { envelope } from './envelope.js'
import type { Parts } from './parts.js'

/** Which of the actor's bookmarks: `id` is that of an event or of an occurrence, as wires write it. */
export interface ToggleBookmark extends Envelope {
  readonly id: string
}

/** What a toggle came to. */
export interface BookmarkToggled {
  readonly bookmark: 'Bookmarked' | 'NotBookmarked'
  readonly position: number
}

/** Why a bookmark was not toggled. */
export type BookmarkFailure = AppendFailure<BookmarkRejection | InvalidFields>

type InvalidFields = Extract<Rejection, { type: 'InvalidFields' }>

/**
 * Adds a bookmark of the actor's, or removes it where it is. It need not name an event that there is, or that the actor may
 * see: a bookmark gives nobody anything.
 */
export const toggleBookmark =
  (parts: Parts) =>
  (asked: ToggleBookmark): TE.TaskEither<BookmarkFailure, BookmarkToggled> => {
    const problems = problemsOf(asked)
    if (problems.length > 0) {
      return TE.left({ type: 'Rejected', rejection: { type: 'InvalidFields', problems } })
    }
    const commandId = asked.commandId ?? parts.ids.uuid()
    const { id } = asked
    let after = initialBookmarkState
    const toggle = { type: 'Toggle', at: parts.clock.now(), id } as const
    const decision = decisionOf(parts, { asked, toggle }, (state) => (after = state))
    return pipe(
      parts.store.append({
        ...envelope({ ...asked, type: 'ToggleBookmark' }, commandId),
        streams: [decision],
      }),
      TE.chainW(({ replayed, position }) =>
        replayed ? asItIs(parts, asked, position) : TE.right(toggled(after, id, position)),
      ),
    )
  }

/** A toggle that ran before decides nothing now. */
const asItIs = (
  { store }: Parts,
  { tenantId, actor, id }: ToggleBookmark,
  position: number,
): TE.TaskEither<BookmarkFailure, BookmarkToggled> =>
  pipe(
    store.load(tenantId, 'bookmark', actor),
    TE.map(({ state }) => toggled(state, id, position)),
  )

const ID_BOUNDS = { atMost: 200, empty: 'Refused' } as const

const problemsOf = ({ tenantId, actor, id }: ToggleBookmark): readonly Problem[] => [
  ...textProblems(['tenantId'], tenantId, ID_BOUNDS),
  ...textProblems(['actor'], actor, ID_BOUNDS),
  ...textProblems(['id'], id, ID_BOUNDS),
]

const decisionOf = (
  { ids }: Parts,
  { asked, toggle }: { readonly asked: ToggleBookmark; readonly toggle: BookmarkCommand },
  onDecided: (after: BookmarkState) => void,
): StreamDecision<BookmarkRejection, 'bookmark'> => ({
  aggregate: 'bookmark',
  streamId: asked.actor,
  expected: { type: 'Any' },
  decide: (state) =>
    pipe(
      decideBookmark(toggle, state),
      E.map((happened) => {
        onDecided(happened.reduce(evolveBookmarks, state))
        return happened.map((each) => ({ eventId: ids.uuid(), happened: each }))
      }),
    ),
})

const toggled = ({ ids }: BookmarkState, id: string, position: number): BookmarkToggled => ({
  bookmark: ids.has(id) ? 'Bookmarked' : 'NotBookmarked',
  position,
})
