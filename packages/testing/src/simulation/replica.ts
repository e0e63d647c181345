import type { CalendarEvent, Change, UserId } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Client } from './client.js'
import { askUntilAnswered, pause } from './client.js'
import { expectThat } from './expect.js'

/** What a client knows of its calendar by nothing but changes. */
export interface Replica {
  readonly events: ReadonlyMap<string, CalendarEvent>
  /** Whether the last call said that there was no more. */
  readonly upTo: () => number
}

/** Keeps a copy of a client's calendar by asking for what changed since a token, for ever. */
export const replicate = (client: Client): Replica => {
  const events = new Map<string, CalendarEvent>()
  const reached = { position: 0 }
  replicateOn(client, events, reached).catch(client.world.fail)
  return { events, upTo: () => reached.position }
}

const replicateOn = async (
  client: Client,
  events: Map<string, CalendarEvent>,
  reached: { position: number },
): Promise<never> => {
  const { viewer, world, random } = client
  const log = () => world.model(viewer.tenantId).log()
  let since: string | undefined
  for (;;) {
    await pause(client, 'asks for changes')
    const before = log().length
    const token = since === undefined ? { asOf: BEGINNING } : { since }
    const answer = await askUntilAnswered(client, ({ calendar }) =>
      calendar.changes({ viewer, limit: 1 + random.below(4), ...token }),
    )
    expectThat('changes are told', {
      holds: E.isRight(answer),
      detail: () => JSON.stringify(answer),
    })
    if (E.isLeft(answer)) continue
    for (const change of answer.right.items) take(events, change)
    if (since !== undefined && !answer.right.more) reached.position = before
    since = answer.right.next
  }
}

const BEGINNING = { type: 'Position', position: 0 } as const

const take = (events: Map<string, CalendarEvent>, change: Change): void => {
  if (change.type === 'Removed') events.delete(change.uid)
  else events.set(change.uid, change.event)
}

/** What of an event a client must have been told about: all but the language, and the answers of others. */
export const toldOf = (event: CalendarEvent, userId: UserId): unknown => {
  const { revision, status, title, sequence, time, recurrence, overrides } = event
  const own = event.participants.get(userId)
  return { revision, status, title, sequence, time, recurrence, overrides, own }
}
