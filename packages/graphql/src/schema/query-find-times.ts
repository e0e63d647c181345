import type { Attendee, FoundTime, LocalHours, WorkingHours } from '@kalends/core'
import { MINUTE_MS, roundDown, roundUp } from '@kalends/core'
import { runOrThrow } from '../errors/run-or-throw.js'
import type { Builder } from './builder.js'
import type { UserType } from './user.js'

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** Adds `Query.findTimes`: the first times at which several users work and are free. */
export const addQueryFindTimes = (builder: Builder, user: UserType): void => {
  const found = builder.objectRef<FoundTime>('FoundTime').implement({
    fields: (t) => ({
      start: t.field({ type: 'DateTime', resolve: ({ start }) => start }),
      end: t.field({ type: 'DateTime', resolve: ({ end }) => end }),
      available: t.field({
        type: [user],
        description: 'The optional attendees who are free.',
        resolve: ({ available }) => available,
      }),
    }),
  })
  const input = newInput(builder)
  builder.queryField('findTimes', (t) =>
    t.field({
      type: [found],
      args: { input: t.arg({ type: input, required: true }) },
      resolve: (_root, { input: search }, { parts, viewer: { tenantId } }) =>
        runOrThrow(parts)(
          parts.calendar.findTimes({
            tenantId,
            from: roundUp(search.fromDate),
            to: roundDown(search.toDate),
            durationMs: search.durationMinutes * MINUTE_MS,
            count: search.count ?? 10,
            required: search.required.map(attendeeOf),
            optional: (search.optional ?? []).map(attendeeOf),
            minOptional: search.minOptional ?? 0,
            ...(isSent(search.granularityMinutes)
              ? { granularityMs: search.granularityMinutes * MINUTE_MS }
              : {}),
            ...(isSent(search.timeZone) ? { timeZone: search.timeZone } : {}),
            tentative: search.tentativeIsFree === true ? 'Free' : 'Blocks',
          }),
        ),
    }),
  )
}

const isSent = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined

const newInput = (builder: Builder) => {
  const weekday = builder.enumType('Weekday', { values: WEEKDAYS })
  const hours = builder.inputType('WorkingHoursInput', {
    description: 'When someone works on a weekday; `to` is not included and may be `24:00`.',
    fields: (t) => ({
      weekday: t.field({ type: weekday, required: true }),
      from: t.string({ required: true, description: '`HH:MM`' }),
      to: t.string({ required: true, description: '`HH:MM`' }),
    }),
  })
  const attendee = builder.inputType('AttendeeInput', {
    fields: (t) => ({
      userId: t.id({ required: true }),
      timeZone: t.field({ type: 'TimeZone' }),
      workingHours: t.field({
        type: [hours],
        description: 'Left out: any time. A weekday that is not named is free of work.',
      }),
    }),
  })
  return builder.inputType('FindTimesInput', {
    fields: (t) => ({
      fromDate: t.field({ type: 'DateTime', required: true }),
      toDate: t.field({ type: 'DateTime', required: true }),
      durationMinutes: t.int({ required: true }),
      count: t.int({ description: 'How many times to find; default 10.' }),
      required: t.field({ type: [attendee], required: true }),
      optional: t.field({ type: [attendee] }),
      minOptional: t.int({ description: 'How many of the optional ones must be free.' }),
      granularityMinutes: t.int({ description: 'Default 15.' }),
      timeZone: t.field({ type: 'TimeZone', description: 'By whose clock. Default UTC.' }),
      tentativeIsFree: t.boolean({ description: 'Default false.' }),
    }),
  })
}

interface AttendeeInput {
  readonly userId: string
  readonly timeZone?: string | null | undefined
  readonly workingHours?:
    readonly (LocalHours & { readonly weekday: (typeof WEEKDAYS)[number] })[] | null | undefined
}

const attendeeOf = ({ userId, timeZone, workingHours }: AttendeeInput): Attendee => ({
  userId,
  ...(isSent(timeZone) ? { timeZone } : {}),
  ...(isSent(workingHours) ? { workingHours: hoursOf(workingHours) } : {}),
})

const hoursOf = (
  ranges: readonly (LocalHours & { readonly weekday: (typeof WEEKDAYS)[number] })[],
): WorkingHours =>
  Object.fromEntries(
    WEEKDAYS.map((weekday) => [
      weekday,
      ranges.filter((range) => range.weekday === weekday).map(({ from, to }) => ({ from, to })),
    ]),
  )
