import type { NewEvent } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { QueriedStore } from '../src/index.js'
import { succeed } from '../src/index.js'
import { mappingEvents } from '../src/laws/mapping-events.js'
import type { Storm } from './series-storm.js'
import { everyAckIsLogged, noAnswerIsLost, stormOn, theProjectionIsAFold } from './series-storm.js'

/** Enough of each kind were taken for the storm to say something. */
const isLively = ({ asked }: Storm): void => {
  const taken = (type: string) =>
    asked.filter(({ command, position }) => command.type === type && position !== null).length
  expect(taken('AnswerEvent')).toBeGreaterThan(150)
  expect(taken('PatchEvent')).toBeGreaterThan(100)
  expect(taken('SplitSeries')).toBeGreaterThan(50)
}

const survives = async (store: QueriedStore, seed: number): Promise<void> => {
  const storm = await stormOn(store, seed)
  isLively(storm)
  await everyAckIsLogged(store, storm)
  await theProjectionIsAFold(store)
  await noAnswerIsLost(storm)
}

test('memory: answers to occurrences, patches and splits at the same time lose nothing', async () => {
  for (const seed of [1, 2]) await survives(memoryStore(), seed)
}, 60_000)

test('SQLite on a file: they lose nothing, and what is kept is what a rebuild makes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-series-'))
  const store = openSqliteStore({ file: join(folder, 'calendar.db'), snapshotEvery: 5 })
  try {
    await survives(store, 3)
    expect(await succeed(store.verify)).toEqual([])
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)

const withoutSingleAnswers = (event: NewEvent<'event'>): NewEvent<'event'> => {
  const { happened } = event
  if (happened.type !== 'SplitOff') return event
  const participants = happened.participants.map((each) => ({ ...each, occurrences: [] }))
  return { ...event, happened: { ...happened, participants } }
}

/** Lets a series go on without the answers to its occurrences. */
const losingAnswers = (store: QueriedStore): QueriedStore => ({
  ...store,
  append: (append) =>
    store.append({ ...append, streams: mappingEvents(append.streams, withoutSingleAnswers) }),
})

test('a split that forgets answers is told by the storm', async () => {
  await expect(survives(losingAnswers(memoryStore()), 1)).rejects.toThrow(/guest-\d/)
}, 60_000)
