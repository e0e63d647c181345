import type { Watch } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Answer, SentEvent } from '../http/index.js'
import { endpoint, eventStream, noBody, optional, repeated } from '../http/index.js'
import { described, text } from '../wire/index.js'
import type { ChangeShown } from './change-answer.js'
import { changesAnswered } from './change-answer.js'
import { BodyFormat } from './enums.js'
import { viewerOf } from './envelope.js'
import type { NativeParts } from './options.js'
import { naming, SinceParam } from './since.js'

const PATH = '/calendar/stream'
const MEDIA_TYPE = 'text/event-stream'

const EventStream = described(text({ min: 0 }), {
  description:
    "Server-sent events: `event` is a change's type, `data` a Change as JSON, `id` goes on behind it.",
})

/** `GET /calendar/stream`: the changes of the caller's calendar as they happen. */
export const streamChanges = (parts: NativeParts) =>
  endpoint({
    method: 'GET',
    path: PATH,
    operationId: 'streamChanges',
    summary: 'Follow the changes',
    description:
      'Each change as it happens, none in silence. It goes on behind `Last-Event-ID`, or else behind `since`, without losing one; with neither it begins now.',
    params: {},
    query: {
      since: optional(SinceParam, 'A token of the changes; `Last-Event-ID` wins over it.'),
      body_format: repeated(BodyFormat, 'The formats of the bodies; all when none is named.'),
    },
    headers: ['Last-Event-ID'],
    body: noBody,
    answers: {
      200: { description: 'For ever.', codec: EventStream, mediaType: MEDIA_TYPE },
    },
    problems: ['INVALID_CURSOR'],
    handle: ({ identity, lastEventId, query, leaving }) => {
      const since = lastEventId ?? query.since
      const shown = { identity, formats: query.body_format ?? [] }
      return pipe(
        parts.calendar.watch({
          viewer: viewerOf(identity),
          ...(since === undefined ? {} : { since }),
        }),
        TE.mapLeft(naming(lastEventId === undefined ? '/since' : '/Last-Event-ID')),
        TE.map((watch) => streamed(parts, { shown, signal: leaving(), watch })),
      )
    },
  })

interface Streaming {
  readonly shown: ChangeShown
  readonly signal: AbortSignal
  readonly watch: Watch
}

const streamed = (parts: NativeParts, { shown, signal, watch }: Streaming): Answer<never> => ({
  status: 200,
  // Proxies that gather answers before they pass them on are told not to.
  headers: { 'Content-Type': MEDIA_TYPE, 'X-Accel-Buffering': 'no' },
  stream: eventStream({
    id: watch.next,
    events: (ending) => sentEvents(parts, shown, watch.begin(ending)),
    until: parts.stopping === null ? [signal] : [signal, parts.stopping],
    heartbeatMs: parts.limits.heartbeatMs,
    lifetimeMs: parts.limits.streamMs,
    onError: (cause) => {
      parts.onFault({ cause, method: 'GET', path: PATH })
    },
  }),
})

async function* sentEvents(
  parts: NativeParts,
  shown: ChangeShown,
  watched: ReturnType<Watch['begin']>,
): AsyncGenerator<SentEvent, void, undefined> {
  for await (const { change, next: id } of watched) {
    const changes = change === null ? [] : [change]
    const [answer] = await changesAnswered(parts, shown, changes)()
    if (answer === undefined) yield { type: 'Mark', id }
    else yield { type: 'Message', id, event: answer.type, data: JSON.stringify(answer) }
  }
}
