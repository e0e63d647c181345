import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { apiOf, importing, listing, PATH } from './attendee.js'
import type { Got } from './harness.js'
import { asking, create, onEveryStore, slot } from './harness.js'

type Json = Readonly<Record<string, unknown>>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isJson(inner) ? inner[key] : undefined), value)

/** What is wrong with an answer by the document. */
const errorsIn = (document: Json, { status, body }: Got) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema(document, 'document')
  const path = encodeURIComponent(PATH.replaceAll('/', '~1'))
  const media = encodeURIComponent('application/json'.replaceAll('/', '~1'))
  const validate = ajv.getSchema(
    `document#/paths/${path}/get/responses/${status}/content/${media}/schema`,
  )
  if (validate === undefined) return `${status} is not described`
  void validate(body)
  return validate.errors ?? []
}

onEveryStore('the document of attendee.dev', (world) => {
  const documentOf = async (): Promise<Json> => {
    const got = await asking(apiOf(world()))('GET /api/v1/openapi.json', { as: null })
    const body: unknown = got.body
    return isJson(body) ? body : {}
  }

  test('is a valid OpenAPI 3.1 document, with the scheme and every parameter', async () => {
    const document = await documentOf()
    const result = await new Validator().validate(structuredClone(document))
    expect(result.errors).toBeUndefined()
    expect(at(document, 'components', 'securitySchemes', 'token')).toEqual({
      type: 'http',
      scheme: 'Token',
    })
    const parameters = at(document, 'paths', PATH, 'get', 'parameters')
    expect(Array.isArray(parameters) ? parameters.map((each) => at(each, 'name')) : []).toEqual([
      'calendar_deduplication_key',
      'calendar_id',
      'change_token',
      'cursor',
      'end_time_lte',
      'event_id',
      'ordering',
      'start_time_gte',
      'updated_after',
      'updated_at_gte',
    ])
  })

  test('describes every answer', async () => {
    const list = listing(world())
    await create(world().ask, { time_slot: slot, recurrence: ['RRULE:FREQ=DAILY'] })
    await world().calendar.promises.importEvents([importing()])
    const document = await documentOf()
    const answers = [
      await list(),
      await list('ordering=x'),
      await list('cursor=x'),
      await list('', null),
      await list('', 'guest'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 404, 401, 403])
    for (const got of answers) expect(errorsIn(document, got)).toEqual([])
  })
})
