import * as E from 'fp-ts/lib/Either.js'
import type { Client } from './client.js'
import { askUntilAnswered } from './client.js'
import { expectSame } from './expect.js'

/** Reads an event as of some position not long ago: it must be the fold of the log up to there. */
export const goReading = async (client: Client): Promise<void> => {
  const { viewer, random, world } = client
  const model = world.model(viewer.tenantId)
  const position = Math.max(0, model.log().length - random.below(100))
  const event = random.oneOf(model.eventsAt(position))
  if (event === undefined) return
  const asOf = { type: 'Position', position } as const
  const answer = await askUntilAnswered(client, ({ calendar }) =>
    calendar.get({ viewer, uid: event.uid, asOf }),
  )
  if (E.isLeft(answer) && answer.left.type === 'SnapshotExpired') return
  const expected = event.participants.has(viewer.userId)
    ? E.right(event)
    : E.left({ type: 'Rejected', rejection: { type: 'NotFound' } })
  expectSame('a read of the past is the fold up to there', answer, expected)
}
