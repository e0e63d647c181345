import type { RecurrenceRefusal } from '@kalends/core'
import type { Refusal } from '../mapping/imported.js'

/** A refusal of core's as one of ours: the part of the recurrence that is at fault. */
export const refusalFrom = (refusal: RecurrenceRefusal): Refusal => {
  const field = 'part' in refusal ? refusal.part : 'RRULE'
  switch (refusal.type) {
    case 'TooLong':
    case 'TooManyInADay':
    case 'TooManyAtOnce':
    case 'BudgetExceeded':
      return { reason: 'TooMany', field }
    case 'Unsupported':
      return { reason: field === 'TZID' ? 'UnknownTimeZone' : 'Unsupported', field }
    case 'MissingPart':
    case 'UnknownPart':
    case 'RepeatedPart':
    case 'InvalidValue':
    case 'OutOfRange':
    case 'NotAllowedWith':
    case 'NeverOccurs':
    case 'StartOffRule':
    case 'FractionalSeconds':
      return { reason: 'InvalidRecurrence', field }
  }
}
