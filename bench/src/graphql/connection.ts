import { Agent, request } from 'node:http'

/** What is asked of a server. */
export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: string
}

/** What it answered. */
export interface Answered {
  readonly status: number
  readonly text: string
}

/** Asks a server on this machine, over connections that are kept. */
export type Ask = (asked: Asked) => Promise<Answered>

/** A client of the server at a port, with at most `sockets` requests at once. */
export const connectionTo = (port: number, sockets: number): Ask => {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets })
  return ({ method, path, body }) =>
    new Promise((resolve, reject) => {
      const headers = body === undefined ? {} : { 'Content-Type': 'application/json' }
      const sent = request({ agent, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        )
      })
      sent.once('error', reject)
      sent.end(body)
    })
}
