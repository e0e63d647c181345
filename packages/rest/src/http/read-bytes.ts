/** Why a body was not read. */
export type Unread = 'TooLarge' | 'Broken'

/**
 * Reads at most `limit` bytes of a body, whatever its headers promise.
 *
 * A larger body is read on and dropped up to eight times the limit, since many clients only listen for an
 * answer when they have sent everything; then it is given up.
 */
export const readBytes = async (request: Request, limit: number): Promise<Uint8Array | Unread> => {
  if (request.body === null) return new Uint8Array()
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return size > limit ? 'TooLarge' : joined(chunks, size)
      size += value.byteLength
      if (size <= limit) chunks.push(value)
      else chunks.length = 0
      if (size > limit * DRAINED) return await givenUp(reader)
    }
  } catch {
    return 'Broken'
  }
}

const DRAINED = 8

const givenUp = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Unread> => {
  await reader.cancel().catch(() => undefined)
  return 'TooLarge'
}

const joined = (chunks: readonly Uint8Array[], size: number): Uint8Array => {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
