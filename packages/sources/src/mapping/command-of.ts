import type { ImportedOccurrence, ImportEvent, Recurrence } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { linesOf } from '../recurrence/lines-of.js'
import { planOf } from '../recurrence/plan-of.js'
import { placeChanges } from './place-changes.js'
import type { ImportContext } from './import-context.js'
import type { Refusal, Refused } from './imported.js'
import { keyOf } from './natural-key.js'
import type { Change, Sketch } from './sketch.js'

/** A command, and what of its event could not be mapped. */
export interface Made {
  readonly command: ImportEvent
  readonly refused: readonly Refused[]
}

/** Makes the command of one event and what is changed in it, in lines that core's strict reading takes. */
export const commandOf = (
  sketch: Sketch,
  changes: readonly Change[],
  context: ImportContext,
): E.Either<Refusal, Made> => {
  if (sketch.repeats === null) {
    const command = withEnvelope({ ...sketch, recurrence: null, occurrences: [] }, context)
    const refused = changes.map(
      ({ id }) => ({ id, reason: 'NoSuchOccurrence', field: null }) as const,
    )
    return E.right({ command, refused })
  }
  const plan = planOf(sketch.time, sketch.repeats)
  if (E.isLeft(plan)) return plan
  const placed = placeChanges({ ...sketch, ...plan.right }, changes)
  const recurrence = linesOf(placed.plan)
  if (E.isLeft(recurrence)) return recurrence
  const { time } = placed.plan
  const { occurrences, refused } = placed
  const command = withEnvelope(
    { ...sketch, time, recurrence: recurrence.right, occurrences },
    context,
  )
  return E.right({ command, refused })
}

interface Content extends Omit<Sketch, 'repeats'> {
  readonly recurrence: Recurrence | null
  readonly occurrences: readonly ImportedOccurrence[]
}

const withEnvelope = (
  { title, status, time, location, body, recurrence, occurrences, source }: Content,
  { tenantId, actor, calendarId, correlationId, causationId, naturalKey }: ImportContext,
): ImportEvent => ({
  type: 'ImportEvent',
  tenantId,
  actor,
  ...(calendarId === undefined ? {} : { calendarId }),
  ...(correlationId === undefined ? {} : { correlationId }),
  ...(causationId === undefined ? {} : { causationId }),
  key: keyOf(source, naturalKey),
  title,
  status,
  time,
  location,
  body,
  recurrence,
  occurrences,
  source,
})
