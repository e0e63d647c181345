import type { CalendarEvent, OccurrenceView } from '@kalends/core'
import { occurrenceOf, participantsShown, printRecurrenceId } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Answer, AnswerDocument, Identity } from '../http/index.js'
import type { Failure } from '../problem/index.js'
import type { Shown } from './event-answer.js'
import { EventAnswer, eventAnswer } from './event-answer.js'
import { namesOf } from '../kit/index.js'
import type { NativeParts } from './options.js'

/** What `eventAnswered` is told beside the event. */
export interface Answering {
  readonly identity: Identity
  readonly status?: number
  readonly formats?: Shown['formats']
  /** Which occurrence of a series the event is. */
  readonly recurrenceId?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The bare event for its caller, with its revision as a strong tag. */
export const eventAnswered = (
  parts: NativeParts,
  event: CalendarEvent,
  { identity, status = 200, formats = [], recurrenceId, headers = {} }: Answering,
): TE.TaskEither<Failure, Answer<ReturnType<typeof eventAnswer>>> => {
  const { tenantId, userId: viewer } = identity
  const users = participantsShown(event, viewer).map(({ userId }) => userId)
  return pipe(
    TE.fromTask(namesOf(parts, tenantId, users)),
    TE.map((names) => ({
      status,
      body: eventAnswer(event, { viewer, names, formats, recurrenceId: recurrenceId ?? null }),
      headers: { ...headers, ETag: `"${event.revision}"` },
    })),
  )
}

/** The bare event of one occurrence; its revision is its series'. */
export const occurrenceAnswered = (
  parts: NativeParts,
  { series, recurrenceId }: OccurrenceView,
  answering: Answering,
) =>
  eventAnswered(parts, occurrenceOf(series, recurrenceId), {
    ...answering,
    recurrenceId: printRecurrenceId(recurrenceId, series.time),
  })

/** How documents describe the bare event. */
export const eventDocument = (description: string): AnswerDocument => ({
  description,
  codec: EventAnswer,
  headers: ['ETag'],
})

/** Done, and nothing more to say. */
export const noContent: Answer<never> = { status: 204 }

/** How documents describe that. */
export const noContentDocument: AnswerDocument = { description: 'Done.', codec: null }
