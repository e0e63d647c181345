import type { TadaDocumentNode } from 'gql.tada'
import { print } from 'graphql'
import { readEvents } from './read-events.js'

/** Where a calendar is served, and in whose name it is asked. */
export interface Service {
  readonly url: string
  readonly token: string
}

/** What an operation comes to. Rejects with what the server says is wrong. */
export const run = async <Result, Variables>(
  service: Service,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> => {
  const response = await send(service, { document, variables })
  return resultOf((await response.json()) as GraphQLAnswer<Result>)
}

/** What a subscription tells, until `signal` aborts. */
export async function* subscribe<Result>(
  service: Service,
  document: TadaDocumentNode<Result>,
  signal: AbortSignal,
): AsyncGenerator<Result, void, undefined> {
  const headers = { Accept: 'text/event-stream' }
  const response = await send(service, { document, headers, signal })
  if (response.body === null) throw new Error(`${response.status}`)
  for await (const { event, data } of readEvents(response.body)) {
    if (event === 'next') yield resultOf(JSON.parse(data) as GraphQLAnswer<Result>)
  }
}

interface Sent {
  readonly document: Parameters<typeof print>[0]
  readonly variables?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

const send = (
  { url, token }: Service,
  { document, variables, headers = {}, signal }: Sent,
): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      ...headers,
    },
    body: JSON.stringify({ query: print(document), variables }),
    ...(signal === undefined ? {} : { signal }),
  })

interface GraphQLAnswer<Result> {
  readonly data?: Result | null
  readonly errors?: readonly { readonly message: string }[]
}

/** What a document's answer holds is what its type says: the server checks it against the same schema. */
const resultOf = <Result>({ data, errors }: GraphQLAnswer<Result>): Result => {
  if (data === undefined || data === null || errors !== undefined) {
    throw new Error(errors?.map(({ message }) => message).join('; ') ?? 'no answer')
  }
  return data
}
