import type { Recorded } from '@kalends/core'
import type { Client } from './client.js'
import { pause } from './client.js'
import { expectThat } from './expect.js'

/** Follows the log, from process to process, for ever. Gives how far it has come. */
export const follow = (client: Client): (() => number) => {
  const reached = { position: 0 }
  followOn(client, reached).catch(client.world.fail)
  return () => reached.position
}

const followOn = async (client: Client, reached: { position: number }): Promise<never> => {
  const { world, random, viewer } = client
  for (;;) {
    const process = random.oneOf(world.processes())
    const after = reached.position
    const log = process?.calendar.follow({ tenantId: viewer.tenantId, after, pollMs: 500 })
    while (log !== undefined && process !== undefined) {
      const next = await Promise.race([log.next().catch(() => null), process.died])
      if (next === null || next === undefined || next.done === true) break
      reached.position = isNext(next.value, reached.position)
      if (random.chance(0.02)) await pause(client, `has read ${reached.position}`)
    }
    await pause(client, `goes on after ${reached.position}`)
  }
}

const isNext = ({ position }: Recorded, after: number): number => {
  expectThat('a follower sees every position in order', {
    holds: position === after + 1,
    detail: () => `${position} after ${after}`,
  })
  return position
}
