import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Contract, Json } from './documents.js'
import { at, documentOf, isJson } from './documents.js'

/** What was sent and what came back. */
export interface Exchange {
  readonly method: string
  /** The path with the query. */
  readonly path: string
  readonly sent: { readonly headers: Headers; readonly body: string | null }
  readonly got: { readonly status: number; readonly headers: Headers; readonly text: string }
}

/**
 * What an exchange has that the documents do not: an answer that is not described, and a request that was taken although it is
 * not as described. What no document has a path for is not looked at.
 */
export const undescribed = (exchange: Exchange): readonly string[] => {
  const operation = operationOf(exchange)
  if (operation === null) return []
  const { got } = exchange
  const faults = answerFaults(operation, exchange)
  return got.status < 300 ? [...faults, ...requestFaults(operation, exchange)] : faults
}

interface Operation {
  readonly contract: Contract
  readonly pointer: readonly string[]
  readonly described: Json
  readonly pathParams: Json
}

const operationOf = ({ method, path }: Exchange): Operation | null => {
  const { pathname } = new URL(path, 'http://localhost')
  for (const contract of ['native', 'salesloft', 'attendee'] as const) {
    for (const { template, names, form } of templatesOf(contract)) {
      const values = form.exec(pathname)?.slice(1)
      const pointer = ['paths', template, method.toLowerCase()]
      const described = values === undefined ? undefined : at(documentOf(contract), ...pointer)
      if (values === undefined || !isJson(described)) continue
      const pathParams = Object.fromEntries(
        names.map((name, i) => [name, decoded(values[i] ?? '')]),
      )
      return { contract, pointer, described, pathParams }
    }
  }
  return null
}

interface Template {
  readonly template: string
  readonly names: readonly string[]
  readonly form: RegExp
}

const known = new Map<Contract, readonly Template[]>()

/** Literal paths before those with parameters, as OpenAPI has it. */
const templatesOf = (contract: Contract): readonly Template[] => {
  const found =
    known.get(contract) ??
    Object.keys(at(documentOf(contract), 'paths') as Json)
      .toSorted((a, b) => a.split('{').length - b.split('{').length)
      .map((template) => ({
        template,
        names: [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
        form: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
      }))
  known.set(contract, found)
  return found
}

const answerFaults = (
  { contract, pointer, described }: Operation,
  { method, path, got }: Exchange,
): readonly string[] => {
  const where = `${method} ${path.slice(0, 200)} ${got.status}`
  const response = at(described, 'responses', String(got.status))
  if (!isJson(response)) return [`${where}: the status is not described`]
  const media = mediaOf(got.headers)
  if (got.text === '' && response['content'] === undefined) return []
  if (at(response, 'content', media) === undefined) return [`${where}: ${media} is not described`]
  if (media === 'text/event-stream') return []
  const to = [...pointer, 'responses', String(got.status), 'content', media, 'schema']
  return errorsOf(validatorOf(contract, to), JSON.parse(got.text)).map((e) => `${where}: ${e}`)
}

const requestFaults = (
  operation: Operation,
  { method, path, sent }: Exchange,
): readonly string[] => {
  const { contract, pointer, described } = operation
  const where = `${method} ${path.slice(0, 200)} was taken`
  const wrong = errorsOf(parametersOf(operation), {
    path: operation.pathParams,
    query: queryOf(path, described),
    header: Object.fromEntries(sent.headers),
  })
  if (described['requestBody'] === undefined) return wrong.map((each) => `${where}: ${each}`)
  const [otherwise = ''] = Object.keys(at(described, 'requestBody', 'content') as Json)
  const media = mediaOf(sent.headers) || otherwise
  const to = [...pointer, 'requestBody', 'content', media, 'schema']
  if (at(documentOf(contract), ...to) === undefined) return [`${where}: ${media} is not described`]
  const body = errorsOf(validatorOf(contract, to), JSON.parse(sent.body ?? 'null'))
  return [...wrong, ...body].map((each) => `${where}: ${each}`)
}

const mediaOf = (headers: Headers): string =>
  headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? ''

/** The query as its parameters have it; a `+` is one, as it is read. */
const queryOf = (path: string, described: Json): Json => {
  const { searchParams } = new URL(path.replaceAll('+', '%2B'), 'http://localhost')
  // OpenAPI has no good word for it: where an empty value is taken, it stands for none.
  const names = new Set([...searchParams].flatMap(([name, value]) => (value === '' ? [] : [name])))
  return Object.fromEntries(
    [...names].map((name) => {
      const values = searchParams.getAll(name)
      const isList = parametersIn(described).some(
        (each) => each['name'] === name && at(each, 'schema', 'type') === 'array',
      )
      return [name, isList ? values : values.at(-1)]
    }),
  )
}

const parametersIn = (described: Json): readonly Json[] =>
  Array.isArray(described['parameters']) ? described['parameters'].filter(isJson) : []

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

const options = { strict: false, allErrors: true } as const
const bodies = new Ajv2020(options)
// What is sent in a path, a query or a header is a text, whatever it means.
const texts = new Ajv2020({ ...options, coerceTypes: true })
for (const ajv of [bodies, texts]) {
  formats.default(ajv)
  for (const contract of ['native', 'salesloft', 'attendee'] as const) {
    ajv.addSchema(documentOf(contract), contract)
  }
}

const validatorOf = (contract: Contract, pointer: readonly string[]): ValidateFunction => {
  const validate = bodies.getSchema(`${contract}#/${pointerText(pointer)}`)
  if (validate === undefined) throw new Error(`${contract} has no ${pointer.join(' ')}`)
  return validate
}

const pointerText = (pointer: readonly string[]): string =>
  pointer
    .map((each) => encodeURIComponent(each.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/')

const compiled = new Map<Json, ValidateFunction>()

/** What is said of all parameters of an operation, as one schema. */
const parametersOf = ({ contract, pointer, described }: Operation): ValidateFunction => {
  const before = compiled.get(described)
  if (before !== undefined) return before
  const all = parametersIn(described)
  const within = (place: string) => {
    const here = all.flatMap((each, index) => (each['in'] === place ? [{ each, index }] : []))
    const nameOf = (each: Json) =>
      place === 'header' ? String(each['name']).toLowerCase() : String(each['name'])
    return {
      type: 'object',
      required: here.flatMap(({ each }) => (each['required'] === true ? [nameOf(each)] : [])),
      properties: Object.fromEntries(
        here.map(({ each, index }) => [
          nameOf(each),
          {
            $ref: `${contract}#/${pointerText([...pointer, 'parameters', String(index), 'schema'])}`,
          },
        ]),
      ),
    }
  }
  const schema = { path: within('path'), query: within('query'), header: within('header') }
  const validate = texts.compile({ type: 'object', properties: schema })
  compiled.set(described, validate)
  return validate
}

const errorsOf = (validate: ValidateFunction, value: unknown): readonly string[] => {
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message = '' }) => `${instancePath} ${message}`,
  )
}
