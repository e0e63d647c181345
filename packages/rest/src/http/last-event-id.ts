import * as E from 'fp-ts/lib/Either.js'

/**
 * The id of the last message a client of a stream has had; undefined when it has had none with an id.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#the-last-event-id-header
 */
export const lastEventId = (header: string | null): E.Either<string, string | undefined> =>
  E.right(header === null || header === '' ? undefined : header)
