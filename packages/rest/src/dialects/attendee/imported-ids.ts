import { occurrenceId } from '@kalends/core'
import type { TenantEvent } from '@kalends/core'

/** What the provider calls an event. */
export interface ProviderIds {
  readonly platform_uuid: string
  readonly ical_uid: string | null
}

/**
 * What the provider calls an event; what was made here is called as it is here. An occurrence that has no id of its own is
 * called by its series and its recurrence id, so that no two of a calendar share one.
 */
export const providerIds = ({ event, recurrenceId, series }: TenantEvent): ProviderIds => {
  const { uid, source } = event
  const id = source?.providerId ?? uid
  const isOwn = series !== null && series.source?.providerId !== source?.providerId
  return {
    platform_uuid: recurrenceId === null || isOwn ? id : occurrenceId(id, recurrenceId),
    ical_uid: source === null ? uid : source.iCalUid,
  }
}
