import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/**
 * Refuses bodies of more than `limit` bytes.
 *
 * Of a body whose length is told only the length is looked at: HTTP reads no further. Yoga's own limit makes a request
 * and a stream anew for each body, which takes longer than reading a query of a thousand bytes.
 */
export const bodyPlugin = (limit: number): Plugin<object, object, object> => ({
  onRequestParse: ({ request, requestParser, setRequestParser }) => {
    const length = request.headers.get('Content-Length')
    if (length !== null) {
      if (!/^\d+$/.test(length)) throw refused(400, 'The length of the body is not a number')
      if (Number(length) > limit) throw tooLarge(limit)
    } else if (requestParser !== undefined && request.method !== 'GET') {
      setRequestParser(async (sent) => requestParser(await bounded(sent, limit)))
    }
  },
})

const refused = (status: number, message: string): GraphQLError =>
  new GraphQLError(message, {
    extensions: {
      code: status === 413 ? 'REQUEST_ENTITY_TOO_LARGE' : 'BAD_REQUEST',
      http: { status },
    },
  })

const tooLarge = (limit: number): GraphQLError => refused(413, `A body may have ${limit} bytes`)

/** The same request, its body read. */
const bounded = async (request: Request, limit: number): Promise<Request> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  const { url, method, headers } = request
  return new Request(url, { method, headers, body: Buffer.concat(chunks) })
}
