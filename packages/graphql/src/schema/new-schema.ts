import type { GraphQLSchema } from 'graphql'
import { newBuilder } from './builder.js'
import { newCalendarEvent } from './calendar-event.js'
import { newCallToAction } from './call-to-action.js'
import { newEnums } from './enums.js'
import { newEventConnection } from './event-connection.js'
import { newMutationInputs } from './mutation-inputs.js'
import { addMutations } from './mutations.js'
import { newPageInfo } from './page-info.js'
import { newParticipants } from './participants.js'
import { newPayloads } from './payloads.js'
import { addQueryEvent } from './query-event.js'
import { addQueryEvents } from './query-events.js'
import { addQueryFindTimes } from './query-find-times.js'
import { addQueryFreeBusy } from './query-free-busy.js'
import { addQueryHistory } from './query-history.js'
import { addQueryOverview } from './query-overview.js'
import { addScalars } from './scalars.js'
import { addSubscription } from './subscription.js'
import { newUser } from './user.js'

/** The schema of the GraphQL facade. */
export const newSchema = (): GraphQLSchema => {
  const builder = newBuilder()
  addScalars(builder)
  const enums = newEnums(builder)
  const pageInfo = newPageInfo(builder)
  const user = newUser(builder)
  const participants = newParticipants(builder, { enums, pageInfo, user })
  const callToAction = newCallToAction(builder, enums)
  const calendarEvent = newCalendarEvent(builder, { enums, user, participants, callToAction })
  const connection = newEventConnection(builder, { calendarEvent, pageInfo })
  builder.queryType({})
  addQueryEvents(builder, { enums, connection })
  addQueryEvent(builder, calendarEvent)
  addQueryOverview(builder)
  addQueryFreeBusy(builder, { enums, user })
  addQueryFindTimes(builder, user)
  addQueryHistory(builder)
  addMutations(builder, newMutationInputs(builder, enums), newPayloads(builder, calendarEvent))
  addSubscription(builder, enums, calendarEvent)
  return builder.toSchema()
}
