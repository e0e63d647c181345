import type { ResultOf, VariablesOf } from 'gql.tada'
import type { ListEvents } from '../src/documents.js'
import { graphql } from '../src/graphql.js'

/** What tsc says of what the schema does not have: this file compiles only so. */
export const wrongField = graphql(`
  query {
    overview(timeZone: "UTC") {
      yesterday
    }
  }
`)

type Overview = ResultOf<typeof wrongField>['overview']
// @ts-expect-error -- the overview has no yesterday: it is of no known type
export const counted = (overview: Overview): number => overview.yesterday

type Node = ResultOf<typeof ListEvents>['getCalendarEvents']['edges'][number]['node']
// @ts-expect-error -- a field that was not asked for is not there
export type Place = Node['location']

// @ts-expect-error -- `fromDate` is required
export const variables: VariablesOf<typeof ListEvents> = { first: 10 }
