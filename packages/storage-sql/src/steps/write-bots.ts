import type { BotState, Staged, TenantId } from '@kalends/core'
import { aggregates, dueOf, exactJson } from '@kalends/core'
import type { BotTable } from '../schema/database.js'
import type { Steps } from '../sql/steps.js'
import { ask } from '../sql/steps.js'
import { template } from '../sql/template.js'

/** Brings the rows of the bots that an append changes up to date. */
export function* writeBots(tenantId: TenantId, staged: readonly Staged[]): Steps<never, void> {
  for (const each of staged) {
    if (each.aggregate !== 'bot' || each.events.length === 0) continue
    yield* writeBot({ tenantId, botId: each.after.streamId }, each.after.state)
  }
}

/** A bot of a tenant. */
export interface BotKey {
  readonly tenantId: TenantId
  readonly botId: string
}

/** Writes the row of a bot as it is now; a deleted one has none. */
export function* writeBot({ tenantId, botId }: BotKey, state: BotState): Steps<never, void> {
  if (state.type !== 'Present') {
    yield* ask(deleteBot, { tenantId, botId })
    return
  }
  const { bot } = state
  yield* ask(upsertBot, {
    tenant_id: tenantId,
    bot_id: botId,
    uid: bot.event?.uid ?? null,
    recurrence_id: bot.event?.recurrenceId ?? '',
    phase: bot.phase,
    join_ms: bot.joinAt,
    due_ms: dueOf(bot),
    state: exactJson(aggregates.bot.state.encode(state)),
  })
}

const upsertBot = template((db, p: BotTable) =>
  db
    .insertInto('kalends_bot')
    .values({
      tenant_id: p.tenant_id,
      bot_id: p.bot_id,
      uid: p.uid,
      recurrence_id: p.recurrence_id,
      phase: p.phase,
      join_ms: p.join_ms,
      due_ms: p.due_ms,
      state: p.state,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'bot_id']).doUpdateSet((eb) => ({
        uid: eb.ref('excluded.uid'),
        recurrence_id: eb.ref('excluded.recurrence_id'),
        phase: eb.ref('excluded.phase'),
        join_ms: eb.ref('excluded.join_ms'),
        due_ms: eb.ref('excluded.due_ms'),
        state: eb.ref('excluded.state'),
      })),
    ),
)

const deleteBot = template((db, p: BotKey) =>
  db.deleteFrom('kalends_bot').where('tenant_id', '=', p.tenantId).where('bot_id', '=', p.botId),
)
