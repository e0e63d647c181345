import type { DomainEvent, State } from '../event/index.js'
import { evolve } from '../event/index.js'
import type { NewEvent } from '../ports/index.js'
import type { Parts } from './parts.js'

/** Where decisions leave what the event of a command folds to with them; null before they ran. */
export interface Folded {
  // eslint-disable-next-line no-restricted-syntax -- decisions run within the append, which gives back only domain events
  state: State | null
}

/** Gives domain events their ids, and folds them onto the state that they were decided on. */
export const recorded = (
  { ids }: Pick<Parts, 'ids'>,
  folded: Folded,
  { state, happened }: { readonly state: State; readonly happened: readonly DomainEvent[] },
): readonly NewEvent<'event'>[] => {
  folded.state = happened.reduce(evolve, state)
  return happened.map((each) => ({ eventId: ids.uuid(), happened: each }))
}
