import { createHash } from 'node:crypto'
import type { Actor, Append } from '../ports/index.js'
import type { Envelope } from './command.js'

type AnyCommand = Envelope & { readonly type: string }

/**
 * What an append says of the command behind it. Command ids are each actor's own; only an id that the
 * caller gave is remembered.
 */
export const envelope = (
  command: AnyCommand,
  commandId: string,
): Omit<Append<unknown>, 'streams'> => ({
  tenantId: command.tenantId,
  commandId: `${command.actor}/${commandId}`,
  fingerprint: command.commandId === undefined ? null : fingerprintOf(command),
  actor: actorOf(command),
  causationId: command.causationId ?? null,
  correlationId: command.correlationId ?? null,
})

const actorOf = ({ type, actor }: AnyCommand): Actor =>
  type === 'RecordLanguage' ? { type: 'System', name: actor } : { type: 'User', userId: actor }

const ABOUT_THE_ASKING: ReadonlySet<string> = new Set(['commandId', 'correlationId', 'causationId'])

const fingerprintOf = (command: AnyCommand): string => {
  const asked = Object.entries(command).filter(([name]) => !ABOUT_THE_ASKING.has(name))
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url')
}
