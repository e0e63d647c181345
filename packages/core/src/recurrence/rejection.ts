/**
 * Why a rule, a set or a call was refused. Data only. `part` is the name of RFC 5545 (`BYMONTH`,
 * `RRULE`, `DTSTART`), `value` what stood there, cut to 100 characters.
 */
export type RecurrenceRejection =
  | { readonly type: 'MissingPart'; readonly part: string }
  | { readonly type: 'UnknownPart'; readonly part: string }
  | { readonly type: 'RepeatedPart'; readonly part: string }
  | { readonly type: 'InvalidValue'; readonly part: string; readonly value: string }
  | { readonly type: 'OutOfRange'; readonly part: string; readonly value: string }
  | { readonly type: 'NotAllowedWith'; readonly part: string; readonly other: string }
  | { readonly type: 'TooLong'; readonly part: string; readonly limit: number }
  | { readonly type: 'NeverOccurs' }
  | { readonly type: 'Unsupported'; readonly part: string; readonly value: string }
  | { readonly type: 'BudgetExceeded'; readonly periods: number }
