import { graphql } from './graphql.js'

/** What a list shows of an event. */
const Row = graphql(`
  fragment Row on CalendarEvent @_unmask {
    id
    type
    title
    start
    isBookmarked
    ctas {
      action
      label
      enabled
    }
  }
`)

/** A page of the viewer's events. */
export const ListEvents = graphql(
  `
    query ListEvents($fromDate: DateTime!, $first: Int!, $after: Cursor) {
      getCalendarEvents(fromDate: $fromDate, first: $first, after: $after) {
        edges {
          node {
            ...Row
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [Row],
)

/** Sets a bookmark, or takes it back. */
export const ToggleBookmark = graphql(`
  mutation ToggleBookmark($eventId: ID!) {
    toggleBookmark(input: { eventId: $eventId }) {
      __typename
      ... on BookmarkToggled {
        isBookmarked
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`)

/** Takes a live-session spot. */
export const Register = graphql(
  `
    mutation Register($eventId: ID!) {
      register(input: { eventId: $eventId }) {
        __typename
        ... on CalendarEventSaved {
          event {
            ...Row
          }
        }
        ... on Refusal {
          reason
          message
        }
      }
    }
  `,
  [Row],
)

/** Tells every change as it happens. */
export const Changes = graphql(`
  subscription Changes {
    calendarEventChanged {
      type
      id
      event {
        title
      }
    }
  }
`)
