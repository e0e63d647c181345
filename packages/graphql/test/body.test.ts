import { expect, test } from 'vitest'
import { backends, serve, URL_OF_TESTS } from './harness.js'

const LIMIT = 200

const post = async (body: BodyInit, headers: Readonly<Record<string, string>> = {}) => {
  const [memory] = backends
  if (memory === undefined) throw new Error('no backend')
  const { api } = serve(memory, { limits: { bodyBytes: LIMIT } })
  const request = new Request(URL_OF_TESTS, {
    method: 'POST',
    headers: { Authorization: 'Bearer ann', 'Content-Type': 'application/json', ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  })
  return (await api.fetch(request)).status
}

const bodyOf = (bytes: number): string => {
  const body = '{"query":"{ __typename }"}'
  return body + ' '.repeat(bytes - body.length)
}

/** A body in pieces, whose length is not told. */
const streamed = (bytes: number) => new Blob([bodyOf(bytes)]).stream()

test('a body may have as many bytes as the limit says, and not one more', async () => {
  expect(await post(bodyOf(LIMIT))).toBe(200)
  expect(await post(bodyOf(LIMIT + 1))).toBe(413)
  expect(await post(streamed(LIMIT))).toBe(200)
  expect(await post(streamed(LIMIT + 1))).toBe(413)
})

test('a length that is told is believed before anything is read', async () => {
  const told = (length: string) => post(bodyOf(LIMIT), { 'Content-Length': length })
  expect(await told(`${LIMIT}`)).toBe(200)
  expect(await told(`${LIMIT + 1}`)).toBe(413)
  expect(await told('1e2')).toBe(400)
  expect(await told('-1')).toBe(400)
})
