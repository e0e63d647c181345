import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once as emitted } from 'node:events'
import type { EventStore } from '@kalends/core'
import { once } from './once.js'
import { succeed } from './perform.js'
import { isTheFoldOf } from './store-keeping.js'
import type { OpenStore, StormCommand } from './store.js'
import { withOpened, withStore } from './store.js'

/** After how many acknowledged appends the process is killed, one time after the other. */
const KILLED_AFTER = [20, 300]

/**
 * STORE-029: a process killed at any moment (`kill -9`) has lost nothing that it acknowledged, and left nothing
 * by halves.
 */
export const killingLosesNothing = (open: OpenStore<EventStore>) =>
  once(() =>
    withOpened(open, async ({ storm, share }) => {
      assert.ok(storm && share)
      const acknowledged: string[] = []
      for (const lines of KILLED_AFTER) {
        acknowledged.push(...(await stormUntilKilled(storm, lines)))
        await withStore(share, async (store) => {
          const kept = await keptIn(store)
          assert.deepEqual(
            acknowledged.filter((line) => !kept.has(line)),
            [],
          )
        })
      }
    }),
  )

const keptIn = async (store: EventStore): Promise<ReadonlySet<string>> => {
  const kept = new Set<string>()
  for (const tenantId of await succeed(store.tenants)) {
    const log = await succeed(store.readLog({ tenantId, after: 0, limit: 1_000_000 }))
    await isTheFoldOf(store, log)
    for (const { position, eventId } of log) kept.add(`${tenantId} ${position} ${eventId}`)
  }
  return kept
}

/** Gives the lines that it has written whole. */
const stormUntilKilled = async (
  { command, args }: StormCommand,
  lines: number,
): Promise<readonly string[]> => {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = { text: '', count: 0 }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said.text += chunk
    said.count += chunk.split('\n').length - 1
    if (said.count > lines) child.kill('SIGKILL')
  })
  await emitted(child, 'close')
  assert.equal(child.signalCode, 'SIGKILL', 'it ended by itself')
  return said.text.slice(0, said.text.lastIndexOf('\n')).split('\n')
}
