import type { AnswerDocument, EndpointDocument, HonouredHeader, Params } from '../http/index.js'
import type { ProblemCode, Refusals } from '../problem/index.js'
import { PROBLEMS } from '../problem/index.js'
import type { Schema } from '../wire/index.js'
import type { Components } from './components.js'
import { referring } from './components.js'

/** What documents are written with: the schemas named so far, and how what is refused is written. */
export interface Writing {
  readonly components: Components
  readonly refusals: Refusals
}

/** The operation object of an endpoint. @see https://spec.openapis.org/oas/v3.1.1#operation-object */
export const operation = (endpoint: EndpointDocument, writing: Writing): Schema => {
  const { components } = writing
  const { operationId, summary, description, body } = endpoint
  return {
    operationId,
    summary,
    description,
    parameters: [
      ...parameters('path', endpoint.params, components),
      ...parameters('query', endpoint.query, components),
      ...endpoint.headers.map((name) => HEADERS[name]),
    ],
    ...(body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              body.mediaTypes.map((type) => [type, { schema: referring(body.schema, components) }]),
            ),
          },
        }),
    responses: { ...answers(endpoint, components), ...problems(endpoint, writing) },
  }
}

const parameters = (
  where: 'path' | 'query',
  params: Params,
  components: Components,
): readonly Schema[] =>
  Object.entries(params).map(([name, { schema, required, description }]) => ({
    name,
    in: where,
    description,
    required: required === 'Required',
    schema: referring(schema, components),
    ...(schema['type'] === 'array' ? { style: 'form', explode: true } : {}),
  }))

const HEADERS: Readonly<Record<HonouredHeader, Schema>> = {
  'If-Match': {
    name: 'If-Match',
    in: 'header',
    description:
      'Entity tags of the revisions that may be changed; any other is REVISION_MISMATCH.',
    schema: { type: 'string', examples: ['"3"'] },
  },
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'The same key with the same request again does nothing and gives the first result.',
    schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
  },
  'Last-Event-ID': {
    name: 'Last-Event-ID',
    in: 'header',
    description: 'The id of the last message that came; the stream goes on behind it.',
    schema: { type: 'string' },
  },
}

const answers = ({ answers: all }: EndpointDocument, components: Components): Schema =>
  Object.fromEntries(
    Object.entries(all).map(([status, answer]) => [status, answerObject(answer, components)]),
  )

const answerObject = (
  { description, codec, mediaType = 'application/json', headers = [] }: AnswerDocument,
  components: Components,
): Schema => ({
  description,
  headers: Object.fromEntries(headers.map((name) => [name, ANSWER_HEADERS[name]])),
  ...(codec === null
    ? {}
    : { content: { [mediaType]: { schema: referring(codec.schema, components) } } }),
})

const ANSWER_HEADERS = {
  ETag: { description: "The event's revision in quotes.", schema: { type: 'string' } },
  Location: {
    description: 'Where the event is.',
    schema: { type: 'string', format: 'uri-reference' },
  },
} as const

const problems = (endpoint: EndpointDocument, { components, refusals }: Writing): Schema => {
  const byStatus = Map.groupBy(codesOf(endpoint), refusals.status)
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
        content: {
          [refusals.mediaType]: { schema: referring(refusals.schema(codes), components) },
        },
      },
    ]),
  )
}

const codesOf = ({ path, body, problems: own }: EndpointDocument): readonly ProblemCode[] => [
  'VALIDATION_FAILED',
  ...own,
  'UNAUTHENTICATED',
  ...(path.includes('{') ? (['NOT_FOUND'] as const) : []),
  ...(body === null ? [] : (['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const)),
  'INTERNAL',
  'SERVICE_UNAVAILABLE',
]
