import * as E from 'fp-ts/lib/Either.js'
import type { Client } from './client.js'
import { askUntilAnswered, oftenOnce } from './client.js'
import { factOf, spotOf } from './fact-of.js'

/** Tells what a learning platform says, or takes a spot, or gives one back. */
export const learn = (client: Client, id: string): Promise<void> =>
  client.random.chance(0.4) ? tell(client, id) : takeOrGiveBack(client, id)

const tell = async (client: Client, id: string): Promise<void> => {
  const { random, viewer, world } = client
  const { tenantId } = viewer
  const fact = factOf(random, id)
  const answer = await oftenOnce(client, () =>
    askUntilAnswered(client, ({ calendar }) => calendar.ingest({ tenantId, fact })),
  )
  const came = E.isRight(answer) ? answer.right : null
  world.report({ type: 'Settled', tenantId, commandId: `fact/${id}`, came, learnerId: null })
}

const takeOrGiveBack = async (client: Client, commandId: string): Promise<void> => {
  const { random, viewer, world } = client
  const { tenantId, userId } = viewer
  const asked = { tenantId, actor: userId, commandId, ...spotOf(random) }
  const takes = random.chance(0.6)
  const answer = await oftenOnce(client, () =>
    askUntilAnswered(client, ({ calendar }) =>
      takes ? calendar.register(asked) : calendar.unregister(asked),
    ),
  )
  world.report({
    ...{ type: 'Settled', tenantId, commandId: `${userId}/${commandId}` },
    came: E.isRight(answer) ? answer.right : null,
    learnerId: takes ? userId : null,
  })
}
