import * as E from 'fp-ts/lib/Either.js'
import type { Problem } from '../problem/problem.js'
import { invalidAt } from '../problem/problem.js'
import { parseJson } from './parse-json.js'
import { readBytes } from './read-bytes.js'

/** How a body is read: up to how many bytes, of which media types. */
export interface BodyReading {
  readonly maxBytes: number
  readonly mediaTypes: readonly string[]
}

/** Reads the JSON body of a request; a request that does not say what it holds is taken to hold JSON. */
export const readBody = async (
  request: Request,
  { maxBytes, mediaTypes }: BodyReading,
): Promise<E.Either<Problem, unknown>> => {
  const bytes = await readBytes(request, maxBytes)
  if (bytes === 'TooLarge') {
    return E.left({ code: 'PAYLOAD_TOO_LARGE', detail: `At most ${maxBytes} bytes are read.` })
  }
  if (bytes === 'Broken') return E.left(invalidAt('', 'ended before it was complete'))
  const given = mediaTypeOf(request)
  if (given !== null && !mediaTypes.includes(given)) {
    const accepted = mediaTypes.join(', ')
    return E.left({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      detail: `The body must be ${mediaTypes.join(' or ')}.`,
      headers: request.method === 'PATCH' ? { 'Accept-Patch': accepted } : { Accept: accepted },
    })
  }
  const json = parseJson(bytes)
  return E.isRight(json) ? json : E.left(invalidAt('', json.left))
}

const mediaTypeOf = (request: Request): string | null => {
  const [type = ''] = (request.headers.get('Content-Type') ?? '').split(';')
  return type.trim() === '' ? null : type.trim().toLowerCase()
}
