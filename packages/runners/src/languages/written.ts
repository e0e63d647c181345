import type { Body, Recorded, RecordedOf } from '@kalends/core'

/** A body that a domain event wrote, and the revision of the event that has it. */
export interface Written {
  readonly recorded: RecordedOf<'event'>
  readonly body: Body
  readonly bodyRevision: number
}

/** The body that `recorded` wrote, or null when it wrote none. */
export const writtenBy = (recorded: Recorded): Written | null => {
  if (recorded.aggregate !== 'event') return null
  const { happened } = recorded
  if (happened.type !== 'Created' && happened.type !== 'Described') return null
  const { body } = happened
  if (body === null) return null
  return { recorded, body, bodyRevision: happened.type === 'Created' ? 1 : happened.revision }
}
