import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendAll, seriesHistory, succeed, withStore } from '../src/index.js'
import { holds } from './rejects.js'

test('SQLite: what is written as series change is what a rebuild makes', () =>
  holds(
    fc.asyncProperty(seriesHistory(), async ({ steps }) => {
      const store = openSqliteStore({ file: ':memory:', snapshotEvery: 3, memoryBytes: 0 })
      await withStore(
        () => Promise.resolve({ store, close: store.close }),
        async () => {
          await appendAll(store, steps)
          expect(await succeed(store.verify)).toEqual([])
        },
      )
    }),
    50,
  ))
