import type {
  Bot,
  BotPlace,
  DueBot,
  DueBotsQuery,
  StoreFailure,
  TenantId,
  Uid,
} from '@kalends/core'
import { aggregates } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { sql } from 'kysely'
import type { Steps } from '../sql/steps.js'
import { ask, fail } from '../sql/steps.js'
import { template } from '../sql/template.js'

/** The bots of all these places, by when they join and then by id, in one query. */
export function* botsAt({
  tenantId,
  places,
}: {
  readonly tenantId: TenantId
  readonly places: readonly BotPlace[]
}): Steps<StoreFailure, readonly Bot[]> {
  const pairs = new Set(
    places.map(({ uid, recurrenceId }) => JSON.stringify([uid, recurrenceId ?? ''])),
  )
  const asked = { tenantId, places: `[${[...pairs].join()}]` }
  const bots: Bot[] = []
  for (const { state } of yield* ask(botsAtPlaces, asked)) {
    const decoded = aggregates.bot.state.decode(JSON.parse(state))
    if (E.isLeft(decoded) || decoded.right.type !== 'Present') return yield* fail(UNREADABLE)
    bots.push(decoded.right.bot)
  }
  return bots
}

const UNREADABLE: StoreFailure = { type: 'StoreFailure', reason: 'cannot read a row of a bot' }

/** The ids of the bots of these events that have not begun to join. */
export function* scheduledBots({
  tenantId,
  uids,
}: {
  readonly tenantId: TenantId
  readonly uids: readonly Uid[]
}): Steps<never, readonly string[]> {
  const rows = yield* ask(scheduledOf, { tenantId, uids: JSON.stringify(uids) })
  return rows.map(({ bot_id }) => bot_id)
}

/** The bots of all tenants that are due in a phase, the longest first. */
export function* dueBots(query: DueBotsQuery): Steps<never, readonly DueBot[]> {
  const { phase, until, limit } = query
  const rows = yield* ask(dueIn, { phase, until, limit })
  return rows.map(({ tenant_id, bot_id, due_ms }) => ({
    tenantId: tenant_id,
    botId: bot_id,
    dueAt: due_ms ?? until,
  }))
}

/** What finds the bots of places, `[uid, recurrence id]` as JSON: place by place, also where there are few bots in all. */
export const botsAtPlaces = template(
  (db, p: { readonly tenantId: TenantId; readonly places: string }) =>
    db
      .selectFrom(sql<{ value: string }>`json_each(${p.places})`.as('place'))
      .crossJoin('kalends_bot as bot')
      .select('bot.state')
      .where('bot.tenant_id', '=', p.tenantId)
      .where('bot.uid', '=', sql<string>`json_extract(place.value, '$[0]')`)
      .where('bot.recurrence_id', '=', sql<string>`json_extract(place.value, '$[1]')`)
      .orderBy('bot.join_ms')
      .orderBy('bot.bot_id'),
)

/** What finds the bots that a change of an event concerns. The literal lets the partial index be used. */
export const scheduledOf = template(
  (db, p: { readonly tenantId: TenantId; readonly uids: string }) =>
    db
      .selectFrom('kalends_bot')
      .select('bot_id')
      .where('tenant_id', '=', p.tenantId)
      .where(sql<boolean>`phase = 'Scheduled'`)
      .where('uid', 'in', sql<string>`(select value from json_each(${p.uids}))`),
)

/** What finds the bots that are due. */
export const dueIn = template((db, p: DueBotsQuery) =>
  db
    .selectFrom('kalends_bot')
    .select(['tenant_id', 'bot_id', 'due_ms'])
    .where('phase', '=', p.phase)
    .where('due_ms', 'is not', null)
    .where('due_ms', '<=', p.until)
    .orderBy('due_ms')
    .orderBy('tenant_id')
    .orderBy('bot_id')
    .limit(p.limit),
)
