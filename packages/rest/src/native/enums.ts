import { oneOf } from '../wire/index.js'

/** A participant's answer. */
export const RsvpStatus = oneOf(
  ['ACCEPTED', 'Accepted'],
  ['DECLINED', 'Declined'],
  ['TENTATIVE', 'Tentative'],
  ['NEEDS_ACTION', 'NeedsAction'],
)

/** Whether an event takes place. */
export const Status = oneOf(
  ['CONFIRMED', 'Confirmed'],
  ['TENTATIVE', 'Tentative'],
  ['CANCELLED', 'Cancelled'],
)

/** Whether a new event takes place. */
export const NewStatus = oneOf(['CONFIRMED', 'Confirmed'], ['TENTATIVE', 'Tentative'])

/** Who may see an event. */
export const Visibility = oneOf(['PARTICIPANTS', 'Participants'], ['PUBLIC', 'Public'])

/** Whom a patch is told. */
export const Notification = oneOf(
  ['NO_NOTIFICATION', 'Nobody'],
  ['UPDATE_NOTIFICATION', 'Update'],
  ['RESET_NOTIFICATION', 'Reset'],
)

/** The form of a description. */
export const BodyFormat = oneOf(['PLAIN', 'PLAIN'], ['HTML', 'HTML'], ['DELTA', 'DELTA'])
