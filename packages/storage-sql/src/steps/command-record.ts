import type { Append, Appended, AppendFailure } from '@kalends/core'
import type { Steps } from '../sql/steps.js'
import { ask, askOne, fail } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { decoded } from './fold-stream.js'

/** What a command came to. */
export interface CommandResult {
  readonly position: number
  readonly events: number
  readonly recordedAt: number
}

/** What the command came to when its id was first used; null for a new id. */
export function* earlierResult<R>({
  tenantId,
  commandId,
  fingerprint,
}: Append<R>): Steps<AppendFailure<R>, Appended | null> {
  if (fingerprint === null) return null
  const earlier = yield* askOne(commandById, { tenantId, commandId })
  if (earlier === null) return null
  if (earlier.fingerprint !== fingerprint) {
    return yield* fail({ type: 'CommandIdReused', commandId })
  }
  const { position } = earlier
  const after = position - earlier.events
  const rows = yield* ask(logRange, { tenantId, after, position })
  const events = []
  for (const row of rows) events.push(yield* decoded(row))
  return { events, position, replayed: true }
}

/** Writes down what a command came to, also when that was nothing, if it can be asked again. */
export function* recordCommand<R>(
  { tenantId, commandId, fingerprint }: Append<R>,
  result: CommandResult,
): Steps<never, void> {
  if (fingerprint === null) return
  yield* ask(insertCommand, { tenantId, commandId, fingerprint, ...result })
}

interface CommandKey {
  readonly tenantId: string
  readonly commandId: string
}

const commandById = template((db, p: CommandKey) =>
  db
    .selectFrom('kalends_command')
    .select(['fingerprint', 'position', 'events'])
    .where('tenant_id', '=', p.tenantId)
    .where('command_id', '=', p.commandId),
)

const insertCommand = template(
  (db, p: CommandKey & CommandResult & { readonly fingerprint: string }) =>
    db.insertInto('kalends_command').values({
      tenant_id: p.tenantId,
      command_id: p.commandId,
      fingerprint: p.fingerprint,
      position: p.position,
      events: p.events,
      recorded_at: p.recordedAt,
    }),
)

const logRange = template(
  (db, p: { readonly tenantId: string; readonly after: number; readonly position: number }) =>
    db
      .selectFrom('kalends_log')
      .selectAll()
      .where('tenant_id', '=', p.tenantId)
      .where('position', '>', p.after)
      .where('position', '<=', p.position)
      .orderBy('position'),
)
