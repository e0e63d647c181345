import type { Body, DomainEvent, Recorded, RecordedOf } from '@kalends/core'

/** A body that a domain event wrote, and the revision of the event that has it. */
export interface Written {
  readonly recorded: RecordedOf<'event'>
  readonly body: Body
  readonly bodyRevision: number
}

/** The body that `recorded` wrote, or null when it wrote none: a series split off before its language was known counts. */
export const writtenBy = (recorded: Recorded): Written | null => {
  if (recorded.aggregate !== 'event') return null
  const { happened } = recorded
  if (happened.type === 'SplitOff' && happened.language !== null) return null
  if (!writes(happened)) return null
  const { body } = happened
  if (body === null) return null
  return { recorded, body, bodyRevision: revisionOf(happened) }
}

type Writing = Extract<DomainEvent, { type: 'Created' | 'SplitOff' | 'Described' | 'Imported' }>

const revisionOf = (happened: Writing): number => ('revision' in happened ? happened.revision : 1)

const writes = (happened: DomainEvent): happened is Writing =>
  happened.type === 'Created' ||
  happened.type === 'SplitOff' ||
  happened.type === 'Described' ||
  // An older revision says that the import left the body as it was.
  (happened.type === 'Imported' && happened.bodyRevision === happened.revision)
