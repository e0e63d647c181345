import type { State, TrainingState } from '@kalends/core'
import { spotUid } from '@kalends/core'
import { expectThat } from './expect.js'

/** Whether a training's spots are taken by no more than they have places for, and their events say who took them. */
export const checkSpots = (training: TrainingState, eventOf: (uid: string) => State): void => {
  if (training.type !== 'Training') return
  for (const spot of training.spots.values()) {
    const { registered, capacity } = spot
    expectThat('no spot is taken by more than it has places for', {
      holds: registered.length <= capacity,
      detail: () => JSON.stringify(spot),
    })
    const state = eventOf(spotUid(spot))
    expectThat('who took a spot has it in the calendar', {
      holds: registered.every((id) => state.type !== 'Absent' && state.event.participants.has(id)),
      detail: () => JSON.stringify([spot, state]),
    })
  }
}
