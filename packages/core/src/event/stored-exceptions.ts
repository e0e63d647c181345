import type * as t from 'io-ts'
import type { CalendarEvent, Override, Participation } from './calendar-event.js'
import type { StoredOverride, StoredParticipation } from './domain-event.js'

type StoredParticipations = readonly t.TypeOf<typeof StoredParticipation>[]
type StoredOverrides = readonly t.TypeOf<typeof StoredOverride>[]

/** The participants of an event, from the list that is stored. */
export const participationsFrom = (stored: StoredParticipations): CalendarEvent['participants'] =>
  new Map(stored.map((each) => [each.userId, participationFrom(each)] as const))

/** One participation, from what is stored. */
export const participationFrom = ({
  occurrences,
  ...each
}: StoredParticipations[number]): Participation => ({
  ...each,
  occurrences: new Map(
    occurrences.map(({ recurrenceId, ...standing }) => [recurrenceId, standing] as const),
  ),
})

/** One participation as it is stored. */
export const storedParticipation = ({
  occurrences,
  ...each
}: Participation): StoredParticipations[number] => ({
  ...each,
  occurrences: [...occurrences].map(([recurrenceId, standing]) => ({ recurrenceId, ...standing })),
})

/** The participants of an event as they are stored, in the order in which they were invited. */
export const storedParticipations = ({ participants }: CalendarEvent): StoredParticipations =>
  [...participants.values()].map(storedParticipation)

/** The overrides of a series, from the list that is stored. */
export const overridesFrom = (stored: StoredOverrides): CalendarEvent['overrides'] =>
  new Map(stored.map(({ recurrenceId, ...override }) => [recurrenceId, override] as const))

/** The overrides of a series as they are stored. */
export const storedOverrides = (
  overrides: ReadonlyMap<StoredOverrides[number]['recurrenceId'], Override>,
): StoredOverrides =>
  [...overrides].map(([recurrenceId, override]) => ({ recurrenceId, ...override }))
