import type { ImportSource } from '@kalends/core'

/**
 * What names an imported event within its calendar, for all time.
 *
 * The provider's id together with the iCalendar UID; the id alone, where UIDs change; or what a function makes of them.
 */
export type NaturalKey = 'id+icaluid' | 'id' | ((source: ImportSource) => readonly string[])

/** The key of an event. Without a UID it is the id alone. */
export const keyOf = (
  source: ImportSource,
  naturalKey: NaturalKey = 'id+icaluid',
): readonly string[] => {
  if (typeof naturalKey === 'function') return naturalKey(source)
  const { providerId, iCalUid } = source
  return naturalKey === 'id' || iCalUid === null ? [providerId] : [providerId, iCalUid]
}
