import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { nullable } from '../event/nullable.js'
import { InstantFromStamp } from '../time/index.js'
import type { State } from './state.js'

const Stored = t.type({
  webhooks: t.readonlyArray(
    t.type({
      id: t.string,
      url: t.string,
      triggers: t.readonlyArray(t.keyof({ EventsUpdate: null, StateChange: null })),
      createdBy: t.string,
      createdAt: InstantFromStamp,
      status: t.keyof({ Active: null, Disabled: null }),
      failing: nullable(t.type({ after: t.number, from: InstantFromStamp })),
    }),
  ),
  announcedTo: t.number,
  announcedAt: nullable(InstantFromStamp),
  announcedFrom: nullable(InstantFromStamp),
})

/** How snapshots store a tenant's webhooks. */
export const StateCodec = new t.Type<State, unknown>(
  'Webhooks',
  (u): u is State => typeof u === 'object' && u !== null && 'webhooks' in u,
  (u, context) =>
    pipe(
      Stored.validate(u, context),
      E.map(({ webhooks, ...rest }): State => ({
        ...rest,
        webhooks: new Map(webhooks.map((each) => [each.id, each])),
      })),
    ),
  ({ webhooks, ...rest }) => Stored.encode({ ...rest, webhooks: [...webhooks.values()] }),
)
