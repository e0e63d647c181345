import * as TE from 'fp-ts/lib/TaskEither.js'
import { expect, test } from 'vitest'
import { bearer } from '../src/index.js'
import { backends, EVENTS, serve } from './harness.js'

const authenticate = bearer((token) => {
  const [userId = '', ...scopes] = token.replace('demo-', '').split('+')
  return TE.right({ tenantId: 't1', userId, scopes })
})

const served = async () => {
  const [memory] = backends
  if (memory === undefined) throw new Error('no backend')
  return serve(memory, { authenticate })
}

const fact = {
  type: 'LiveSessionScheduled',
  id: 'f1',
  liveSessionId: 'l1',
  title: 'Welcome',
  start: '2027-03-08T10:00:00Z',
  end: '2027-03-08T11:00:00Z',
  learners: ['ann'],
}
const FACTS = 'POST /calendar/facts'
const upstream = 'upstream+calendar:ingest'

test('POST /calendar/facts: takes in a fact, once', async () => {
  const { ask, close } = await served()
  for (const json of [fact, fact, { ...fact, title: 'Not heard' }]) {
    expect(await ask(FACTS, { as: upstream, json })).toMatchObject({ status: 202, text: '' })
  }
  expect(await ask(`GET ${EVENTS}`, { as: 'ann' })).toMatchObject({
    body: { items: [{ title: 'Welcome' }] },
  })
  await close()
})

test('POST /calendar/facts: is refused without the scope', async () => {
  const { ask, close } = await served()
  for (const as of ['ann', 'ann+calendar:read']) {
    expect(await ask(FACTS, { as, json: fact })).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    })
  }
  expect(await ask(FACTS, { as: 'ann+*', json: fact })).toMatchObject({ status: 202 })
  await close()
})

test('POST /calendar/facts: says what is wrong in the words of the fact', async () => {
  const { ask, close } = await served()
  const spot = { spotId: 's1', start: fact.start, end: fact.end, capacity: 1 }
  const bucket = {
    type: 'BucketPublished',
    id: 'f2',
    bucketId: 'b1',
    trainingId: 't1',
    title: 'Talks',
  }
  const wrong: readonly (readonly [object, readonly string[]])[] = [
    [{ ...fact, type: 'Other' }, ['/type']],
    [{ ...fact, learners: [1], more: 1 }, ['/learners/0', '/more']],
    [{ ...fact, start: 'soon' }, ['/start']],
    [{ ...bucket, spots: [spot, spot] }, ['/spots/1/spotId']],
    [{ ...bucket, spots: [{ ...spot, capacity: 0 }] }, ['/spots/0/capacity']],
  ]
  for (const [json, pointers] of wrong) {
    const got = await ask(FACTS, { as: upstream, json })
    expect(got.status).toBe(400)
    const { errors } = got.body as { readonly errors: readonly { readonly pointer: string }[] }
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual(pointers)
  }
  await close()
})
