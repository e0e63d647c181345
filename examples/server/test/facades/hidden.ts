import type { CalendarService, Fact } from '@kalends/core'
import { DAY_MS, formatInstantUtc, HOUR_MS, spotUid } from '@kalends/core'
import { record } from '@kalends/testing'
import * as fc from 'fast-check'

/** Those who look: an organizer, a participant, one who was never invited or was uninvited, a learner, another tenant's. */
export const VIEWERS = ['ann@demo', 'bob@demo', 'cyd@demo', 'lea@demo', 'bob@other'] as const
export type ViewerToken = (typeof VIEWERS)[number]

/** An event of a world, as it is made. */
export interface DrawnEvent {
  readonly organizer: 'ann' | 'bob'
  readonly guests: readonly string[]
  readonly uninvited: readonly string[]
  readonly visibility: 'Public' | 'Participants'
  readonly showParticipantList: boolean
  readonly cancelled: boolean
  readonly kind: 'Timed' | 'AllDay' | 'Series'
  /** Days from today. */
  readonly day: number
}

/** What there is, and what nobody may learn of whom. */
export interface World {
  readonly events: readonly DrawnEvent[]
  readonly spot: 'Open' | 'Taken' | 'Withdrawn'
}

/** Worlds of a few events each. */
export const worlds = (): fc.Arbitrary<World> =>
  record({
    events: fc.array(drawnEvent(), { minLength: 3, maxLength: 6 }),
    spot: fc.constantFrom('Open', 'Taken', 'Withdrawn'),
  })

const drawnEvent = (): fc.Arbitrary<DrawnEvent> =>
  record({
    organizer: fc.constantFrom('ann', 'bob'),
    guests: fc.subarray(['bob', 'cyd', 'lea']),
    uninvited: fc.subarray(['cyd', 'lea']),
    visibility: fc.constantFrom('Public', 'Participants', 'Participants'),
    showParticipantList: fc.boolean(),
    cancelled: fc.constantFrom(false, false, false, true),
    kind: fc.constantFrom('Timed', 'AllDay', 'Series'),
    day: fc.integer({ min: 1, max: 3 }),
  })

/** Whom nobody but the participants of an event knows. */
const strangerOf = (index: number): string => `stranger-${index}-`

/** What only the event itself says: in its title, its place and its id. */
export const markOf = (index: number | string): string => `mark-${index}-`

export const TODAY = Math.floor(Date.now() / DAY_MS) * DAY_MS

/** Makes it so. */
export const make = async ({ promises }: CalendarService, world: World): Promise<void> => {
  for (const [index, event] of world.events.entries()) await makeEvent(promises, event, index)
  for (const fact of factsOf(world)) await promises.ingest({ tenantId: 'demo', fact })
  if (world.spot !== 'Taken') return
  await promises.register({ tenantId: 'demo', actor: 'lea', uid: SPOT })
}

const makeEvent = async (
  promises: CalendarService['promises'],
  { organizer, guests, uninvited, cancelled, kind, day, ...fields }: DrawnEvent,
  index: number,
): Promise<void> => {
  const asked = { tenantId: 'demo', actor: organizer, uid: markOf(index) } as const
  const start = TODAY + day * DAY_MS
  const date = (at: number) => formatInstantUtc(at).slice(0, 10)
  await promises.execute({
    ...asked,
    ...fields,
    type: 'CreateEvent',
    title: markOf(index),
    location: markOf(index),
    participants: [...guests, strangerOf(index)].map((userId) => ({ userId })),
    timeSlot:
      kind === 'AllDay'
        ? { start: date(start), end: date(start + DAY_MS), allDay: true }
        : { start: formatInstantUtc(start), end: formatInstantUtc(start + HOUR_MS) },
    recurrence: kind === 'Series' ? ['RRULE:FREQ=DAILY;COUNT=3'] : null,
  })
  for (const userId of uninvited) {
    await promises.execute({ ...asked, type: 'UninviteParticipant', userId })
  }
  if (cancelled) await promises.execute({ ...asked, type: 'CancelEvent' })
}

/** The id of the one spot: the learners of its training are bob and lea. */
export const SPOT = spotUid({ bucketId: 'b1', spotId: 's1' })

const times = {
  start: formatInstantUtc(TODAY + DAY_MS),
  end: formatInstantUtc(TODAY + DAY_MS + HOUR_MS),
}

const factsOf = ({ spot }: World): readonly Fact[] => [
  ...['bob', 'lea'].map((learnerId): Fact => ({
    ...{ type: 'TrainingStarted', id: `f-${learnerId}`, trainingId: 't1', learnerId },
  })),
  {
    ...{ type: 'BucketPublished', id: 'f2', bucketId: 'b1', trainingId: 't1' },
    title: markOf('spot'),
    spots: [{ spotId: 's1', ...times, capacity: 1 }],
  },
  {
    ...{ type: 'LiveSessionScheduled', id: 'f3', liveSessionId: 'l1', title: markOf('live') },
    ...times,
    learners: ['lea'],
  },
  ...(spot === 'Withdrawn'
    ? [{ type: 'SpotWithdrawn', id: 'f4', bucketId: 'b1', spotId: 's1' } as const]
    : []),
]

/** What a viewer may not be told in any words: the model, which knows nothing of the product. */
export const hiddenFrom = ({ events, spot }: World, viewer: ViewerToken): readonly string[] => {
  const [userId, tenant] = viewer.split('@')
  const hidden = events.flatMap((event, index) => {
    const { organizer, guests, uninvited, visibility, showParticipantList } = event
    const participates =
      tenant === 'demo' &&
      (userId === organizer || (guests.includes(`${userId}`) && !uninvited.includes(`${userId}`)))
    const sees = participates || (tenant === 'demo' && visibility === 'Public')
    const knowsAll = sees && (showParticipantList || userId === organizer)
    return [...(sees ? [] : [markOf(index)]), ...(knowsAll ? [] : [strangerOf(index)])]
  })
  const learns = viewer === 'lea@demo'
  const offered = spot === 'Open' && viewer === 'bob@demo'
  return [
    ...hidden,
    ...(learns ? [] : [markOf('live')]),
    ...((learns && spot !== 'Withdrawn') || offered ? [] : [markOf('spot')]),
  ]
}
