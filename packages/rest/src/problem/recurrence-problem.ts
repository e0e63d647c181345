import type { RecurrenceRefusal } from '@kalends/core'
import type { Problem } from './problem.js'

/** Why a recurrence is refused, as the wire says it: by the part that is at fault. */
export const recurrenceProblem = (refusal: RecurrenceRefusal): Problem => {
  const detail = detailOf(refusal)
  const pointer = refusal.type === 'FractionalSeconds' ? '/time_slot' : '/recurrence'
  return { code: 'INVALID_RECURRENCE', detail, errors: [{ pointer, detail }] }
}

const detailOf = (refusal: RecurrenceRefusal): string => {
  switch (refusal.type) {
    case 'MissingPart':
      return `${refusal.part}: is required`
    case 'UnknownPart':
      return `${quoted(refusal.part)}: is not a known part`
    case 'RepeatedPart':
      return `${refusal.part}: must not be given twice`
    case 'InvalidValue':
      return `${refusal.part}: ${quoted(refusal.value)} is not of the form it must have`
    case 'OutOfRange':
      return `${refusal.part}: ${quoted(refusal.value)} is out of range`
    case 'NotAllowedWith':
      return `${refusal.part}: must not be given with ${refusal.other}`
    case 'TooLong':
      return `${refusal.part}: is too long, at most ${refusal.limit}`
    case 'Unsupported':
      return `${refusal.part}: ${quoted(refusal.value)} is not supported`
    case 'NeverOccurs':
      return 'It never occurs'
    case 'BudgetExceeded':
      return 'It is too costly to expand'
    case 'StartOffRule':
      return 'Its first occurrence must be the start of the event'
    case 'FractionalSeconds':
      return 'The start and the end must be in whole seconds when the event recurs'
    case 'TooManyInADay':
      return `It must not have more than ${refusal.limit} occurrences in a day`
    case 'TooManyAtOnce':
      return `It must not have more than ${refusal.limit} occurrences at one time`
  }
}

/** The caller's own text comes back no longer than it helps, and always as valid Unicode. */
const quoted = (text: string): string => `"${text.slice(0, 100).toWellFormed()}"`
