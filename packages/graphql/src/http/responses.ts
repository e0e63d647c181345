import type { GraphQLError } from 'graphql'
import type { Answered } from './exchange.js'

/** A refusal before anything is parsed, in the form of every GraphQL answer. */
export const errorResponse = (error: GraphQLError, status: number): Response => {
  const { http: _, ...extensions } = error.extensions
  return Response.json(
    { errors: [{ message: error.message, extensions }] },
    { status, ...(status === 401 ? { headers: { 'WWW-Authenticate': 'Bearer' } } : {}) },
  )
}

/** The page for browsers, which may load nothing from other hosts. */
export const pageResponse = (html: string): Response =>
  new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; frame-ancestors 'none'; base-uri 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  })

/**
 * An answer with what every one says: it is the caller's alone, and kept only to be asked about again by its tag.
 */
export const hardened = (response: Response, answer: Answered): Response => {
  const { headers } = response
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Vary', 'Authorization, Accept')
  if (headers.get('Content-Type')?.startsWith('text/event-stream') === true) {
    headers.set('X-Accel-Buffering', 'no') // proxies gather answers unless they are told not to
  }
  headers.set(
    'Cache-Control',
    answer.type === 'Untagged' ? 'private, no-store' : 'private, no-cache',
  )
  if (answer.type !== 'Untagged') headers.set('ETag', answer.etag)
  if (answer.type !== 'NotModified') return response
  headers.delete('Content-Type')
  headers.delete('Content-Length')
  return new Response(null, { status: 304, headers })
}
