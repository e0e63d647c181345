import type { CalendarService } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { demoDirectory } from '../src/demo/directory.js'
import { seedOnce } from '../src/demo/seed.js'

const monday = Date.UTC(2027, 2, 8, 9)
const DAY_MS = 86_400_000

const newDemo = () => {
  const store = openSqliteStore({ file: ':memory:' })
  const calendar = createCalendar({ store, directory: demoDirectory })
  const happenings = async () => {
    const log = await store.readLog({ tenantId: 'demo', after: 0, limit: 1000 })()
    if (E.isLeft(log)) throw new Error(log.left.reason)
    return log.right.map(({ streamId, happened, actor }) =>
      [streamId, happened.type, actor.type === 'User' ? actor.userId : actor.name].join(' '),
    )
  }
  return { store, calendar, happenings }
}

test('seedOnce: a later day adds nothing', async () => {
  const { store, calendar, happenings } = newDemo()
  await seedOnce(calendar, store, monday)
  const seeded = await happenings()
  await seedOnce(calendar, store, monday + 3 * DAY_MS)
  expect(await happenings()).toEqual(seeded)
  expect(seeded).toContain('vendor-demo Cancelled bob')
  expect(seeded).toContain('lunch Answered dee')
})

test('seedOnce: what was cut short is completed, and nothing happens twice', async () => {
  const { store, calendar, happenings } = newDemo()
  let left = 20
  const dying: CalendarService = {
    ...calendar,
    promises: {
      ...calendar.promises,
      execute: (command) =>
        left-- > 0 ? calendar.promises.execute(command) : Promise.reject(new Error('killed')),
    },
  }
  await expect(seedOnce(dying, store, monday)).rejects.toThrow('killed')
  await seedOnce(calendar, store, monday + 60_000)

  const whole = newDemo()
  await seedOnce(whole.calendar, whole.store, monday)
  expect(await happenings()).toEqual(await whole.happenings())
})
