import type { WebhookTargets } from '@kalends/core'
import { urlFlaw } from '@kalends/core'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Resolve } from './public-lookup.js'
import { judgedLookup, NOT_PUBLIC } from './public-lookup.js'

/** How messages are sent. */
export interface Posting {
  readonly targets: WebhookTargets
  /** How long one delivery may take, connecting and answering included. */
  readonly timeoutMs: number
  readonly resolve?: Resolve
}

/** What is sent. */
export interface Posted {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What came of it. A `Refused` one was not sent: its address is not public. */
export type PostOutcome =
  | { readonly type: 'Answered'; readonly status: number }
  | { readonly type: 'Refused' }
  | { readonly type: 'Failed'; readonly reason: 'timed out' | 'no connection' }

/**
 * Posts a message over a connection of its own. Redirects are not followed, and of the answer only the status is looked at:
 * its body is read a little way and thrown away. Never rejects.
 */
export const post = (posting: Posting, posted: Posted): Promise<PostOutcome> => {
  const { targets, timeoutMs, resolve } = posting
  const { url, headers, body } = posted
  // A name that is an address is not looked up.
  if (urlFlaw(url, targets) !== null) return Promise.resolve({ type: 'Refused' })
  const { promise, resolve: settle } = Promise.withResolvers<PostOutcome>()
  const send = /^https:/i.test(url) ? requestHttps : requestHttp
  const request = send(url, {
    method: 'POST',
    agent: false,
    lookup: judgedLookup(targets, resolve),
    signal: AbortSignal.timeout(timeoutMs),
    headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
  })
  settleOn(request, settle)
  request.end(body)
  return promise
}

const settleOn = (request: ClientRequest, settle: (outcome: PostOutcome) => void): void => {
  let answered: PostOutcome | null = null
  request.on('response', (response) => {
    answered = { type: 'Answered', status: response.statusCode ?? 0 }
    readALittle(response)
  })
  // What happens to the rest of an answer changes nothing about its status.
  request.on('error', (cause: NodeJS.ErrnoException) => settle(answered ?? outcomeOf(cause)))
  // Also where nothing was said, as when the other side switches protocols.
  request.on('close', () => settle(answered ?? { type: 'Failed', reason: 'no connection' }))
}

const MOST_BYTES = 65_536

const readALittle = (response: IncomingMessage): void => {
  let bytes = 0
  response
    .on('error', () => response.destroy())
    .on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > MOST_BYTES) response.destroy()
    })
}

const outcomeOf = ({ code, name }: NodeJS.ErrnoException): PostOutcome => {
  if (code === NOT_PUBLIC) return { type: 'Refused' }
  const reason = name === 'AbortError' || name === 'TimeoutError' ? 'timed out' : 'no connection'
  return { type: 'Failed', reason }
}
