import type { Bot, BotPlace, BotQueries, DueBot, DueBotsQuery, TenantId } from '@kalends/core'
import { dueOf } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Tenant } from './tenant.js'

/** What is asked about bots: looks at every one of them. */
export const memoryBots = (tenants: ReadonlyMap<TenantId, Tenant>): BotQueries => {
  const botsOf = (id: TenantId) => presentIn(tenants.get(id))
  return {
    botsAt: ({ tenantId, places }) =>
      TE.fromIO(() => {
        const asked = new Set(places.map(keyOf))
        return botsOf(tenantId)
          .filter(({ event }) => event !== null && asked.has(keyOf(event)))
          .toSorted((a, b) => a.joinAt - b.joinAt || compare(a.botId, b.botId))
      }),
    scheduledBots: ({ tenantId, uids }) =>
      TE.fromIO(() =>
        botsOf(tenantId).flatMap(({ botId, phase, event }) =>
          phase === 'Scheduled' && event !== null && uids.includes(event.uid) ? [botId] : [],
        ),
      ),
    dueBots: (query) =>
      TE.fromIO(() =>
        [...tenants.keys()]
          .flatMap((tenantId) => botsOf(tenantId).flatMap((bot) => dueIn(tenantId, bot, query)))
          .sort(
            (a, b) =>
              a.dueAt - b.dueAt || compare(a.tenantId, b.tenantId) || compare(a.botId, b.botId),
          )
          .slice(0, query.limit),
      ),
  }
}

const presentIn = (tenant: Tenant | undefined): readonly Bot[] =>
  [...(tenant?.histories.values() ?? [])].flatMap((history) => {
    const stream = history.at(-1)?.stream
    return stream?.aggregate === 'bot' && stream.state.type === 'Present' ? [stream.state.bot] : []
  })

const keyOf = ({ uid, recurrenceId }: BotPlace): string => `${uid} ${recurrenceId ?? ''}`

const dueIn = (tenantId: TenantId, bot: Bot, { phase, until }: DueBotsQuery): readonly DueBot[] => {
  const dueAt = dueOf(bot)
  return bot.phase === phase && dueAt !== null && dueAt <= until
    ? [{ tenantId, botId: bot.botId, dueAt }]
    : []
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
