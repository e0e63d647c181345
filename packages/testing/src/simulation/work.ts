import { goReading } from './as-of.js'
import type { Client } from './client.js'
import { pause, send } from './client.js'
import { commandOf } from './command-of.js'
import { learn } from './learn.js'
import { listInPages } from './listing.js'

/** A client at work: commands, facts and registrations, listings in pages, reads of the past, until the simulation ends. */
export const work = async (client: Client): Promise<void> => {
  const { world, random, viewer, name } = client
  for (let number = 1; ; number += 1) {
    await pause(client, 'thinks')
    if (world.phase() === 'Ending') return
    const kind = random.below(12)
    if (kind === 0) await listInPages(client)
    else if (kind === 1) await goReading(client)
    else if (kind < 5) await learn(client, `${name}-${number}`)
    else {
      const { log, eventsAt } = world.model(viewer.tenantId)
      const events = eventsAt(log().length)
      await send(client, commandOf({ viewer, random, events, commandId: `${name}-${number}` }))
    }
  }
}
