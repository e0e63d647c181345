import type { Overview } from '@kalends/core'
import { runOrThrow } from '../errors/run-or-throw.js'
import type { Builder } from './builder.js'

/** Adds `Query.overview`. */
export const addQueryOverview = (builder: Builder): void => {
  const overview = builder.objectRef<Overview>('CalendarOverview').implement({
    description: 'How many events are still to come, not counting declined ones.',
    fields: (t) => ({
      today: t.exposeInt('today'),
      tomorrow: t.exposeInt('tomorrow'),
      nextSevenDays: t.exposeInt('nextSevenDays', { description: 'Today and the six days after.' }),
    }),
  })
  builder.queryField('overview', (t) =>
    t.field({
      type: overview,
      args: {
        timeZone: t.arg({
          type: 'TimeZone',
          required: true,
          description: 'Whose days are counted.',
        }),
      },
      resolve: async (_root, { timeZone }, { parts, viewer, outside }) => {
        const counted = await runOrThrow(parts)(parts.calendar.overview({ viewer, timeZone }))
        outside.note(counted) // it changes with the clock
        return counted
      },
    }),
  )
}
