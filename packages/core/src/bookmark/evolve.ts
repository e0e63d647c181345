import type { DomainEvent } from './domain-event.js'
import type { State } from './state.js'

/** Applies what has already happened. Total: history is never rejected. */
export const evolve = ({ ids }: State, { type, id }: DomainEvent): State => {
  switch (type) {
    case 'Bookmarked':
      return { ids: new Set(ids).add(id) }
    case 'BookmarkRemoved':
      return { ids: new Set([...ids].filter((each) => each !== id)) }
  }
}
