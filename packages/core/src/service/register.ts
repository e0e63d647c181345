import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarEvent, Problem, SpotRef, State, Uid } from '../event/index.js'
import { textProblems } from '../event/index.js'
import type { Appended, StoreFailure } from '../ports/index.js'
import { bucketStream, trainingStream } from '../training/index.js'
import type { TrainingFailure } from './again-if-stale.js'
import { againIfStale } from './again-if-stale.js'
import type { Envelope } from './command.js'
import { envelope } from './envelope.js'
import type { Parts } from './parts.js'
import { spotBecoming } from './spot-becoming.js'
import { spotOf } from './spot-of.js'
import type { Becoming } from './training-decisions.js'
import { watched } from './training-decisions.js'

/** Which spot: by its ids, or by its calendar event. */
export type RegisterRequest = Envelope &
  ({ readonly bucketId: string; readonly spotId: string } | { readonly uid: Uid })

/** What a registration came to. */
export interface Registration {
  /** The calendar event of the spot. */
  readonly uid: Uid
  /** As it is now, whether the actor still sees it or not; null where there has never been one. */
  readonly event: CalendarEvent | null
  /** Whether anything happened now; false where it was so already. */
  readonly changed: boolean
  readonly position: number
}

type Type = 'Register' | 'Unregister'

/**
 * The actor takes a spot, or gives it back: decided under the training's lock, and the calendar event with it in one append.
 *
 * Refuses who has not started the training (`NotEligible`), a spot that is full (`SpotFull`) or withdrawn
 * (`SpotClosed`), and one that there is not (`NotFound`). Where it is so already nothing happens: giving back what one does not have
 * is harmless, withdrawn or not.
 */
export const register =
  (type: Type) =>
  (parts: Parts) =>
  (request: RegisterRequest): TE.TaskEither<TrainingFailure, Registration> => {
    const problems = problemsOf(request)
    return problems.length > 0
      ? TE.left({ type: 'Rejected', rejection: { type: 'InvalidFields', problems } })
      : pipe(
          refOf(parts, request),
          TE.chain((ref) => appended(parts, { type, request, ref })),
        )
  }

const problemsOf = (request: RegisterRequest): readonly Problem[] => {
  const { tenantId, actor, commandId } = request
  const named = 'uid' in request ? { uid: request.uid } : bucketAndSpot(request)
  return Object.entries({
    tenantId,
    actor,
    ...(commandId === undefined ? {} : { commandId }),
    ...named,
  }).flatMap(([name, id]) => textProblems([name], id, { atMost: 200, empty: 'Refused' }))
}

const bucketAndSpot = ({ bucketId, spotId }: Omit<SpotRef, 'trainingId'>) => ({ bucketId, spotId })

const NOT_FOUND: TrainingFailure = { type: 'Rejected', rejection: { type: 'NotFound' } }

const refOf = (parts: Parts, request: RegisterRequest): TE.TaskEither<TrainingFailure, SpotRef> => {
  if ('uid' in request) {
    return pipe(
      spotOf(parts, request.tenantId, request.uid),
      TE.chainW((spot) => (spot === null ? TE.left(NOT_FOUND) : TE.right(spot))),
    )
  }
  const { bucketId, spotId } = request
  return pipe(
    parts.store.load(request.tenantId, 'training', bucketStream(bucketId)),
    TE.chainW(({ state }) =>
      state.type === 'Bucket' && state.trainingId !== null
        ? TE.right({ trainingId: state.trainingId, bucketId, spotId })
        : TE.left(NOT_FOUND),
    ),
  )
}

interface Asked {
  readonly type: Type
  readonly request: RegisterRequest
  readonly ref: SpotRef
}

const appended = (
  parts: Parts,
  { type, request, ref }: Asked,
): TE.TaskEither<TrainingFailure, Registration> => {
  const { trainingId, ...spot } = ref
  const commandId = request.commandId ?? parts.ids.uuid()
  const asking = { at: parts.clock.now(), commandId }
  const training = watched(parts, trainingStream(trainingId), () =>
    E.right({ type, at: asking.at, ...spot, learnerId: request.actor }),
  )
  const event = spotBecoming(parts, asking, { trainingId, spot, training })
  return pipe(
    againIfStale(
      parts.store.append({
        ...envelope({ ...request, type }, commandId),
        streams: [training.decision, event.decision],
      }),
    ),
    TE.bindTo('appended'),
    TE.bindW('state', ({ appended }) => stateNow(parts, request, { appended, event })),
    TE.map(({ appended: { events, position, replayed }, state }) => ({
      uid: event.decision.streamId,
      event: state.type === 'Absent' ? null : state.event,
      changed: !replayed && events.length > 0,
      position,
    })),
  )
}

/** What ran before decides nothing now: what it made is in the store. */
const stateNow = (
  { store }: Parts,
  { tenantId }: RegisterRequest,
  { appended, event }: { readonly appended: Appended; readonly event: Becoming },
): TE.TaskEither<StoreFailure, State> => {
  const after = event.after()
  return after === null || appended.replayed
    ? pipe(
        store.load(tenantId, 'event', event.decision.streamId),
        TE.map(({ state }) => state),
      )
    : TE.right(after)
}
