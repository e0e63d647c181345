import { calendarBookmarks, graphqlApi, type GraphqlApi } from '@kalends/graphql'
import type { AppParts } from './app-parts.js'

/** The GraphQL facade, with a page for browsers that loads nothing from elsewhere. */
export const graphqlOf = ({ log, ...parts }: AppParts): GraphqlApi =>
  graphqlApi({
    ...parts,
    bookmarks: calendarBookmarks(parts.calendar),
    graphiql: page,
    onFault: ({ cause, at }) =>
      log.error({ at, err: cause instanceof Error ? cause : { cause } }, 'fault'),
  })

/** Loaded when it is first asked for: it is 9 MB. */
const page = async (): Promise<string> => {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  return renderGraphiQL({
    title: 'Kalends',
    headers: '{ "Authorization": "Bearer demo-ann" }',
  })
}
