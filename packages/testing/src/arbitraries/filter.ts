import type {
  Filter,
  Instant,
  ParticipationStatus,
  SinglesQuery,
  TenantId,
  UserId,
  Viewer,
} from '@kalends/core'
import { boundsIn, closeWindow, indexedBounds, PUBLIC_AUDIENCE, zoneOf } from '@kalends/core'
import * as fc from 'fast-check'
import { users } from './act.js'
import type { History } from './history.js'
import { zoneNear } from './night.js'
import { record } from './record.js'
import { edgeOf, windowAmong } from './window.js'

/** Users who see something, and one who sees nothing. */
export const viewerOf = (tenantId: TenantId): fc.Arbitrary<Viewer> =>
  fc
    .oneof(
      { arbitrary: fc.constantFrom(...users), weight: 19 },
      { arbitrary: fc.constant('zoe'), weight: 1 },
    )
    .map((userId) => ({ tenantId, userId }))

/** Users', and now and then that of public events. */
export const whoseList = (): fc.Arbitrary<UserId> =>
  fc.oneof(
    { arbitrary: viewerOf('').map(({ userId }) => userId), weight: 9 },
    { arbitrary: fc.constant(PUBLIC_AUDIENCE), weight: 1 },
  )

const answersAsked = (): fc.Arbitrary<readonly ParticipationStatus[] | null> =>
  fc.oneof(
    { arbitrary: fc.constant(null), weight: 3 },
    {
      arbitrary: fc.subarray(['NeedsAction', 'Accepted', 'Declined', 'Tentative'] as const, {
        minLength: 2,
      }),
      weight: 1,
    },
  )

const listing = (): fc.Arbitrary<'Active' | 'Cancelled'> =>
  fc.oneof(
    { arbitrary: fc.constant('Active'), weight: 9 },
    { arbitrary: fc.constant('Cancelled'), weight: 1 },
  )

const direction = () => fc.constantFrom('Ascending', 'Descending')

/** Filters whose windows are drawn from the edges of the history's events. */
export const filterFor = ({ night, steps }: History): fc.Arbitrary<Filter> =>
  zoneNear(night).chain((timeZone) =>
    record({
      window: windowAmong(edgesIn(steps, (time) => boundsIn(time, zoneOf(timeZone)))),
      answers: answersAsked(),
      listing: listing(),
      direction: direction(),
      timeZone: fc.constant(timeZone),
      audience: fc.constantFrom('Participant', 'Participant', 'Visible'),
    }),
  )

/** What a store may be asked after a history: `position` counts down from the last one. */
export type AskedSingles = Omit<SinglesQuery, 'position' | 'tenantId'> & {
  readonly positionsAgo: number
}

/** Queries of single events whose windows and keys are drawn from the edges of the history's events. */
export const singlesFor = ({ steps }: History): fc.Arbitrary<AskedSingles> => {
  const edges = edgesIn(steps, indexedBounds)
  const uids = steps.map(({ uid }) => uid)
  return record({
    userId: whoseList(),
    positionsAgo: fc.oneof(fc.constant(0), fc.nat(20)),
    time: fc.constantFrom('Timed', 'Timed', 'Timed', 'AllDay'),
    listing: listing(),
    answers: answersAsked(),
    window: windowAmong(edges).map(closeWindow),
    from: fc.oneof(
      { arbitrary: fc.constant(null), weight: 2 },
      {
        arbitrary: record({ start: edgeOf(edges), uid: fc.constantFrom('', ...uids) }),
        weight: 1,
      },
    ),
    direction: direction(),
    limit: fc.oneof(fc.constant(1000), fc.integer({ min: 1, max: 4 })),
  })
}

type Time = Parameters<typeof indexedBounds>[0]

const edgesIn = (
  steps: History['steps'],
  bounds: (time: Time) => { readonly start: Instant; readonly end: Instant },
): readonly Instant[] =>
  steps.flatMap(({ command }) => {
    if (command.type !== 'Create' && command.type !== 'Import') return []
    const { start, end } = bounds(command.time)
    return [start, end]
  })
