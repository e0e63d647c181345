import { readFileSync } from 'node:fs'
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal'
import * as E from 'fp-ts/lib/Either.js'
import { buildSchema, introspectionFromSchema } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
/* eslint-disable @typescript-eslint/no-restricted-imports -- a program has no exports, and the client is tried on the real one */
import { configOf } from '../../server/src/config.js'
import type { Running } from '../../server/src/start-server.js'
import { startServer } from '../../server/src/start-server.js'
/* eslint-enable @typescript-eslint/no-restricted-imports -- as above */
import { visit } from '../src/visit.js'

let server: Running
beforeAll(async () => {
  const env = { KALENDS_DEMO: '1', DATABASE_URL: 'file::memory:', PORT: '0', LOG_LEVEL: 'silent' }
  const config = configOf(env)
  if (E.isLeft(config)) throw new Error(config.left)
  server = await startServer(config.right)
})
afterAll(() => server.stop())

const tell = async (fact: object): Promise<void> => {
  const { status } = await fetch(`${server.url}/calendar/facts`, {
    method: 'POST',
    headers: { Authorization: 'Bearer demo-ann', 'Content-Type': 'application/json' },
    body: JSON.stringify(fact),
  })
  expect(status).toBe(202)
}

test('it lists, bookmarks, takes a spot and is told of it, on a running server', async () => {
  const start = new Date(Date.now() + 3_600_000).toISOString()
  const end = new Date(Date.now() + 7_200_000).toISOString()
  const trainingId = 't1'
  await tell({ type: 'TrainingStarted', id: 'f1', trainingId, learnerId: 'newcomer' })
  await tell({
    ...{ type: 'BucketPublished', id: 'f2', bucketId: 'b1', trainingId, title: 'Coaching' },
    spots: [{ spotId: 's1', start, end, capacity: 1 }],
  })
  const lines: string[] = []
  const service = { url: `${server.url}/graphql`, token: 'demo-newcomer' }
  for await (const line of visit(service, new Date().toISOString())) lines.push(line)
  expect(lines).toContainEqual(expect.stringMatching(/LIVE_SESSION_SPOT Coaching$/))
  expect(lines).toContainEqual(expect.stringMatching(/^bookmarked: /))
  expect(lines).toContain('registered: Coaching')
  expect(lines.at(-1)).toMatch(/^told: /)
})

// After a change of the schema `pnpm test examples/graphql-client --update` writes them anew.
test('its types are those of the schema that is served', async () => {
  const path = new URL('../../../packages/graphql/schema.graphql', import.meta.url)
  const introspection = introspectionFromSchema(buildSchema(readFileSync(path, 'utf8')))
  const minified = minifyIntrospection(introspection)
  const types = outputIntrospectionFile(minified, { fileType: '.d.ts', shouldPreprocess: true })
  await expect(types).toMatchFileSnapshot('../src/schema.generated.d.ts')
})
