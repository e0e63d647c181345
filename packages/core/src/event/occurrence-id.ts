/** What an id in a path names: an event, or one occurrence of a series. */
export interface NamedById {
  readonly uid: string
  /** Null for an event. */
  readonly recurrenceId: string | null
}

/** Takes an occurrence's id apart; the id of an event never ends like one. */
export const namedBy = (id: string): NamedById => {
  const [, uid = id, recurrenceId = null] = FORM.exec(id) ?? []
  return { uid, recurrenceId }
}

const FORM = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/

/** The id of an occurrence. */
export const occurrenceId = (uid: string, recurrenceId: string): string => `${uid}_${recurrenceId}`
