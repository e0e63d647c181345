import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { nullable } from '../event/nullable.js'
import { InstantFromStamp } from '../time/index.js'
import type { State } from './state.js'
import { spotKey } from './training.js'

const texts = t.readonlyArray(t.string)
const times = { title: t.string, start: InstantFromStamp, end: InstantFromStamp }

const Stored = t.union([
  t.type({ type: t.literal('Absent'), facts: texts }),
  t.type({
    type: t.literal('Training'),
    facts: texts,
    learners: texts,
    spots: t.readonlyArray(
      t.type({
        bucketId: t.string,
        spotId: t.string,
        ...times,
        capacity: t.number,
        registered: texts,
        withdrawn: t.keyof({ Withdrawn: null, Offered: null }),
      }),
    ),
  }),
  t.type({
    type: t.literal('Bucket'),
    facts: texts,
    trainingId: nullable(t.string),
    struck: texts,
  }),
  t.type({
    type: t.literal('Session'),
    facts: texts,
    session: nullable(t.type({ liveSessionId: t.string, ...times, learners: texts })),
    cancelled: t.keyof({ Cancelled: null, Planned: null }),
  }),
])

/** How snapshots store what the stream of a training, a bucket or a live session folds to. */
export const StateCodec = new t.Type<State, unknown>(
  'TrainingState',
  (u): u is State => typeof u === 'object' && u !== null && 'type' in u,
  (u, context) => pipe(Stored.validate(u, context), E.map(stateFrom)),
  (state) => Stored.encode(storedFrom(state)),
)

const stateFrom = (stored: t.TypeOf<typeof Stored>): State => {
  const facts = new Set(stored.facts)
  switch (stored.type) {
    case 'Absent':
    case 'Session':
      return { ...stored, facts }
    case 'Bucket':
      return { ...stored, facts, struck: new Set(stored.struck) }
    case 'Training': {
      const spots = new Map(stored.spots.map((spot) => [spotKey(spot), spot]))
      return { ...stored, facts, learners: new Set(stored.learners), spots }
    }
  }
}

const storedFrom = (state: State): t.TypeOf<typeof Stored> => {
  const facts = [...state.facts]
  switch (state.type) {
    case 'Absent':
    case 'Session':
      return { ...state, facts }
    case 'Bucket':
      return { ...state, facts, struck: [...state.struck] }
    case 'Training':
      return { ...state, facts, learners: [...state.learners], spots: [...state.spots.values()] }
  }
}
