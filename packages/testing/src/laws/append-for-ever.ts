import assert from 'node:assert/strict'
import type { EventStore } from '@kalends/core'
import { randomIds } from '@kalends/core'
import { succeed } from './perform.js'
import { created, onStream, recording, retitled } from './recording.js'

const CALLERS = 20
const TENANTS = 2
const CHANGES = 4

/**
 * Appends without end, from several callers to two tenants, and says what was acknowledged.
 *
 * For a program of its own, which prints what is said and is killed: see STORE-029. A line is tenant, position,
 * event id.
 */
export const appendForEver = async (
  store: Pick<EventStore, 'append'>,
  say: (line: string) => void,
): Promise<never> => {
  const calls = Array.from({ length: CALLERS }, (_, n) =>
    callForEver(store, `t-${n % TENANTS}`, say),
  )
  return assert.fail(String(await Promise.race(calls)))
}

const callForEver = async (
  store: Pick<EventStore, 'append'>,
  tenantId: string,
  say: (line: string) => void,
): Promise<never> => {
  for (;;) {
    const uid = randomIds.uuid()
    const body = { format: 'Plain', content: uid.repeat(100) } as const
    for (let n = 0; n <= CHANGES; n += 1) {
      const happened = n === 0 ? created(uid, { body }) : retitled(`${n}`)
      const events = [{ eventId: randomIds.uuid(), happened }]
      const commandId = randomIds.uuid()
      const other = { tenantId, fingerprint: commandId }
      const appended = await succeed(
        store.append(recording(commandId, [onStream(uid, events)], other)),
      )
      for (const { position, eventId } of appended.events) say(`${tenantId} ${position} ${eventId}`)
    }
  }
}
