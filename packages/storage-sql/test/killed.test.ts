import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { right, storeOn, temporaryFile } from './given.js'

const storm = fileURLToPath(new URL('./child/storm.ts', import.meta.url))
const fromSources = fileURLToPath(new URL('./child/from-sources.mjs', import.meta.url))

/** Appends in a process of its own until that is killed. Gives the lines it has written. */
const stormUntilKilled = async (file: string, lines: number): Promise<readonly string[]> => {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@kalends/source',
      '--disable-warning=ExperimentalWarning',
      `--import=${fromSources}`,
      storm,
      file,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    if (text.split('\n').length > lines) child.kill('SIGKILL')
  })
  await once(child, 'close')
  expect(child.signalCode).toBe('SIGKILL')
  return text.slice(0, text.lastIndexOf('\n')).split('\n')
}

test('a process killed at any moment has lost nothing that it acknowledged, and left nothing by halves', async () => {
  const file = temporaryFile()
  const acknowledged: string[] = []
  for (const lines of [50, 777, 2500]) {
    acknowledged.push(...(await stormUntilKilled(file, lines)))
    const store = storeOn(file)
    const kept = new Set<string>()
    for (const tenantId of await right(store.tenants)) {
      const log = await right(store.readLog({ tenantId, after: 0, limit: 100_000 }))
      expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1))
      for (const { position, eventId } of log) kept.add(`${tenantId} ${position} ${eventId}`)
    }
    expect(acknowledged.filter((line) => !kept.has(line))).toEqual([])
    expect(await right(store.verify)).toEqual([])
    await store.close()
  }
  expect(acknowledged.length).toBeGreaterThan(3000)
}, 60_000)
