import * as E from 'fp-ts/lib/Either.js'
import type {
  CalendarEvent,
  Command,
  DomainEvent,
  Rejection,
  State,
  UserId,
} from '../../event/index.js'
import { decide, evolve } from '../../event/index.js'
import { formatInstantUtc, type Instant, UTC } from '../../time/index.js'
import { primaryCalendarId } from '../../calendar/index.js'
import { explicit } from '../explicit.js'
import type { Wanted } from './wanted.js'
import { LIVE_SESSIONS } from './wanted.js'

/** When, and on behalf of which command. */
export interface Asking {
  readonly at: Instant
  readonly commandId: string
}

/**
 * What makes `state` the event that is wanted, by the ordinary commands. Pure; nothing where it is so already, so facts
 * may come in any order, and more than once.
 *
 * An event that is in nobody's list is not made. One that another has under its uid is let be.
 */
export const reconciled = (
  asking: Asking,
  wanted: Wanted,
  state: State,
): E.Either<Rejection, readonly DomainEvent[]> => {
  const happened: DomainEvent[] = []
  let after = state
  for (const commandFor of STEPS) {
    for (const command of commandFor(asking, wanted, after)) {
      const decided = decide(explicit)(command, after)
      if (E.isLeft(decided)) return decided
      happened.push(...decided.right)
      after = decided.right.reduce(evolve, after)
    }
  }
  return E.right(happened)
}

type Step = (asking: Asking, wanted: Wanted, state: State) => readonly Command[]
type Ours = (asking: Asking, wanted: Wanted, event: CalendarEvent) => readonly Command[]

const onOurs =
  (step: Ours): Step =>
  (asking, wanted, state) =>
    state.type === 'Scheduled' && state.event.organizer === LIVE_SESSIONS
      ? step(asking, wanted, state.event)
      : []

const creation: Step = (asking, wanted, state) => {
  const { uid, title, start, end, status, audience, kind, spot } = wanted
  if (state.type !== 'Absent' || audience.length === 0 || status === 'Cancelled') return []
  return [
    {
      type: 'Create',
      ...byUs(asking),
      ...{ uid, title, status, calendarId: primaryCalendarId(LIVE_SESSIONS) },
      calendarOwner: LIVE_SESSIONS,
      time: { type: 'Timed', start, end, timeZone: UTC },
      ...{ location: null, body: null, attachments: [], recurrence: null },
      ...{ showParticipantList: false, visibility: 'Participants' },
      invitees: { users: audience, unknown: [] },
      classification: { kind, spot },
    },
  ]
}

const patch: Ours = (asking, { title, start, end }, event) => {
  const { time } = event
  const moved = time.type !== 'Timed' || time.start !== start || time.end !== end
  if (!moved && title === event.title) return []
  const timeSlot = { start: formatInstantUtc(start), end: formatInstantUtc(end) }
  const changes = { title, ...(moved ? { timeSlot } : {}) }
  const rest = { ifRevision: null, calendarOwner: null } as const
  return [{ type: 'Patch', ...byUs(asking), ...rest, changes, notice: 'Default' }]
}

const cancellation: Ours = (asking, { status }) =>
  status === 'Cancelled'
    ? [{ type: 'Cancel', ...byUs(asking), ifRevision: null, notice: 'Update' }]
    : []

const invitation: Ours = (asking, { audience }, { participants }) => {
  const users = audience.filter((each) => !participants.has(each))
  const invitees = { users, unknown: [] }
  return users.length === 0 ? [] : [{ type: 'Invite', ...byUs(asking), ifRevision: null, invitees }]
}

const leave: Ours = (asking, { audience }, { participants }) => {
  const stay = new Set([...audience, LIVE_SESSIONS])
  const [userId, ...others] = [...participants.keys()].filter((each) => !stay.has(each))
  return userId === undefined
    ? []
    : [{ type: 'Uninvite', ...byUs(asking), ifRevision: null, userId, others }]
}

/** Whose a spot is has accepted, and nobody else has. */
const answers: Ours = (asking, { registered }, { participants }) => {
  if (registered === null) return []
  const theirs = new Set(registered)
  return [...participants.values()].flatMap(({ userId, status }): readonly Command[] => {
    if (userId === LIVE_SESSIONS || theirs.has(userId) === (status === 'Accepted')) return []
    const answer = theirs.has(userId) ? 'Accepted' : 'NeedsAction'
    return [{ type: 'Answer', ...asking, actor: userId, status: answer, ...PLAIN }]
  })
}

const PLAIN = {
  ifRevision: null,
  comment: null,
  recurrenceId: null,
  seenRevision: null,
  reply: null,
} as const

const byUs = (asking: Asking): Asking & { readonly actor: UserId } => ({
  ...asking,
  actor: LIVE_SESSIONS,
})

const STEPS: readonly Step[] = [
  creation,
  onOurs(patch),
  onOurs(invitation),
  onOurs(leave),
  onOurs(answers),
  onOurs(cancellation),
]
