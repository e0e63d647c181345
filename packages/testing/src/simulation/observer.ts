import type { State, TenantId } from '@kalends/core'
import { aliveIn, closeWindow, holds, participationRow } from '@kalends/core'
import { users } from '../arbitraries/index.js'
import { succeed } from '../laws/index.js'
import type { Store } from '../laws/index.js'
import { expectSame, expectThat } from './expect.js'
import { FIRST_DAY_MS } from './first-day.js'
import type { LogModel } from './log-model.js'
import { newLogModel } from './log-model.js'
import type { Random } from './random.js'

/** Looks at the storage from outside, and remembers what the logs were seen to hold. */
export interface Observer {
  readonly model: (tenantId: TenantId) => LogModel
  /** Takes in what was appended since, and compares the events it was about with their rows. */
  readonly catchUp: () => Promise<void>
  /** Compares one user's rows, as of some position that can be read, with the fold. */
  readonly compareRows: (random: Random) => Promise<void>
  /** Compares everything. */
  readonly compareAll: () => Promise<void>
}

/** An observer of tenants, through a store handle that may be another after a restart. */
export const observe = (store: () => Store, tenants: readonly TenantId[]): Observer => {
  const models = new Map(tenants.map((tenantId) => [tenantId, newLogModel()]))
  const model = (tenantId: TenantId) => models.get(tenantId) ?? newLogModel()
  const eachTenant = async (run: (tenantId: TenantId, of: LogModel) => Promise<void>) => {
    for (const [tenantId, of] of models) await run(tenantId, of)
  }
  return {
    model,
    catchUp: () => eachTenant((tenantId, of) => grown(store(), tenantId, of)),
    compareRows: async (random) => {
      const [tenantId = '', of = newLogModel()] = random.oneOf([...models]) ?? []
      const { readableFrom, position: last } = await succeed(store().head(tenantId))
      const position = readableFrom + random.below(last - readableFrom + 1)
      const userId = random.pick(users)
      await rowsAreTheFold({ store: store(), tenantId, userId, position, model: of })
    },
    compareAll: () =>
      eachTenant(async (tenantId, of) => {
        const position = of.log().length
        const log = await succeed(store().readLog({ tenantId, after: 0, limit: 1_000_000 }))
        expectSame('the log is never changed', log, of.log())
        await eventsAreTheFold(store(), tenantId, { of, uids: streamsIn(of) })
        for (const userId of users) {
          await rowsAreTheFold({ store: store(), tenantId, userId, position, model: of })
        }
      }),
  }
}

const streamsIn = (of: LogModel) => [...new Set(of.log().map(({ streamId }) => streamId))]

const grown = async (store: Store, tenantId: TenantId, of: LogModel): Promise<void> => {
  const after = of.log().length
  const { position } = await succeed(store.head(tenantId))
  expectThat('what was acknowledged stays', {
    holds: position >= after,
    detail: () => `the log of ${tenantId} went back from ${after} to ${position}`,
  })
  if (position === after) return
  const uids = of.grow(await succeed(store.readLog({ tenantId, after, limit: 1_000_000 })))
  await eventsAreTheFold(store, tenantId, { of, uids })
}

interface Folds {
  readonly of: LogModel
  readonly uids: readonly string[]
}

const eventsAreTheFold = async (store: Store, tenantId: TenantId, { of, uids }: Folds) => {
  const position = of.log().length
  for (const uid of uids) {
    const found = await succeed(store.event({ tenantId, uid, position }))
    expectSame('an event is the fold of its stream', found, eventOf(of.stateAt(uid, position)))
  }
}

const eventOf = (state: State) => (state.type === 'Absent' ? null : state.event)

interface Looked {
  readonly store: Store
  readonly tenantId: TenantId
  readonly userId: string
  readonly position: number
  readonly model: LogModel
}

const LIMIT = 100_000

const rowsAreTheFold = async ({ store, model, ...asked }: Looked): Promise<void> => {
  const window = closeWindow({ endFrom: { at: FIRST_DAY_MS, closed: true } })
  for (const listing of ['Active', 'Cancelled'] as const) {
    const query = { ...asked, window, listing }
    const page = { answers: null, from: null, direction: 'Ascending', limit: LIMIT } as const
    const timed = await succeed(store.singles({ ...query, ...page, time: 'Timed' }))
    const allDay = await succeed(store.singles({ ...query, ...page, time: 'AllDay' }))
    const series = await succeed(store.series(query))
    const found = [...timed, ...allDay, ...series].map(({ uid }) => uid).toSorted()
    const expected = model.eventsAt(asked.position).flatMap((event) => {
      const participation = event.participants.get(asked.userId)
      if (participation === undefined) return []
      const row = participationRow(event, participation)
      const { startTo, endFrom } = aliveIn(window)
      const inWindow =
        row.time === 'Series'
          ? row.start <= startTo && row.end >= endFrom
          : holds(window, row.start, row.end)
      return row.listing === listing && inWindow ? [event.uid] : []
    })
    expectSame('lists are the fold of the log', found, expected.toSorted())
  }
}
