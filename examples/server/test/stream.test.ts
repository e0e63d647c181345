import { afterAll, expect, test } from 'vitest'
import { clientOf, meeting } from './client.js'
import { newFolder, spawnServer } from './spawn-server.js'

const folder = newFolder()
afterAll(folder.remove)

const SLOWLY = { timeout: 60_000 }

/** How long a server that stops would wait for a request that does not end. */
const WAITS_FOR_REQUESTS_MS = 10_000

/** Reads from a stream until `wanted` was seen, or to its end. */
const readUntil = async (
  reader: ReadableStreamDefaultReader<string>,
  wanted: string,
): Promise<string> => {
  let text = ''
  while (!text.includes(wanted)) {
    const { done, value = '' } = await reader.read()
    if (done) break
    text += value
  }
  return text
}

const openStream = async (url: string, signal?: AbortSignal) => {
  const response = await fetch(`${url}/calendar/stream`, {
    headers: { Authorization: 'Bearer demo-bob' },
    ...(signal === undefined ? {} : { signal }),
  })
  if (response.body === null) throw new Error('no body')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  return { response, reader }
}

test(
  'over a socket: a stream tells at once, and SIGTERM ends it cleanly and soon',
  SLOWLY,
  async () => {
    const file = folder.file('stream.db')
    const server = await spawnServer({ KALENDS_DEMO: '1', DATABASE_URL: `file:${file}` })
    const { response, reader } = await openStream(server.url)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(await readUntil(reader, '\n\n')).toMatch(/^retry: \d+\nid: [\w-]+\n\n/)

    const leaving = new AbortController()
    await openStream(server.url, leaving.signal)
    leaving.abort()

    const event = meeting('streamed', 'bob')
    expect((await clientOf(server.url, 'demo-ann')('POST', '/calendar/events', event)).status).toBe(
      201,
    )
    expect(await readUntil(reader, 'streamed')).toMatch(/event: CREATED\ndata: \{/)

    const begunMs = performance.now()
    const exited = server.end('SIGTERM')
    await readUntil(reader, 'nothing more')
    expect(await exited).toBe(0)
    expect(performance.now() - begunMs).toBeLessThan(WAITS_FOR_REQUESTS_MS)
    expect(server.output()).not.toMatch(/fault/)
  },
)
