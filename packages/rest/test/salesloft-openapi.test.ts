import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { salesloftApi } from '../src/index.js'
import { asking, backends, create, demoBearer, directory, serve } from './harness.js'

type Json = Readonly<Record<string, unknown>>

const LIST = '/v2/calendar/events'

const served = async () => {
  const [memory] = backends
  if (memory === undefined) throw new Error('no backend')
  const { ask: native, calendar } = await serve(memory)
  const ask = asking(salesloftApi({ calendar, directory, authenticate: demoBearer }))
  const document = (await ask('GET /v2/calendar/openapi.json', { as: null })).body as Json
  return { native, ask, document }
}

test("Salesloft's document is a valid OpenAPI 3.1 document of one operation", async () => {
  const { document } = await served()
  const result = await new Validator().validate(structuredClone(document))

  expect(result.errors).toBeUndefined()
  expect(Object.keys(document['paths'] as Json)).toEqual([LIST])
})

test("Salesloft's answers and refusals are as its document has them", async () => {
  const { native, ask } = await served()
  await create(native, { id: 'a', participants: [{ user_id: 'cyd' }] })
  await create(native, { id: 'b', recurrence: ['RRULE:FREQ=DAILY'] })
  await native('PATCH /calendar/events/b/occurrences/20270309T100000Z', { json: { title: 'x' } })
  await native('DELETE /calendar/events/a')

  const statuses: number[] = []
  for (const [query, as] of [
    ['', 'ann'],
    ['include_paging_counts=true&per_page=1&page=2', 'ann'],
    ['start_time=2027-03-08T10:00:00Z&end_time=2027-03-09T11:00:00Z&expand=true', 'ann@7'],
    ['page=x&per_page=x', 'ann'],
    ['user_guid=bob', 'ann'],
    ['', null],
  ] as const) {
    statuses.push((await ask(`GET ${LIST}?${query}`, { as })).status)
  }
  expect(statuses).toEqual([200, 200, 200, 422, 403, 401])
})
