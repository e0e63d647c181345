import { createCalendar } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { expect, test } from 'vitest'
import { pruneSuperseded } from './prune-superseded.js'

test('reads within the retention stay, older ones end, and the log is whole', async () => {
  const time = { now: 1_000_000 }
  const clock = { now: () => time.now }
  const store = memoryStore({ clock })
  const calendar = createCalendar({ store, clock, retentionMs: 1000 })
  const asked = { tenantId: 't', actor: 'ann', uid: 'e1' } as const
  const timeSlot = { start: '2027-03-08T09:00:00Z', end: '2027-03-08T10:00:00Z' }
  await calendar.promises.execute({ ...asked, type: 'CreateEvent', title: 'Old', timeSlot })
  time.now += 500
  await calendar.promises.execute({ ...asked, type: 'PatchEvent', changes: { title: 'New' } })
  const viewer = { tenantId: 't', userId: 'ann' }
  const titleAt = async (position: number) => {
    const asOf = { type: 'Position', position } as const
    return (await calendar.promises.get({ viewer, uid: 'e1', asOf })).title
  }
  const runner = pruneSuperseded({ store, clock, retentionMs: 1000 })

  await runner.idle()
  expect(await titleAt(1)).toBe('Old')

  time.now += 1000
  runner.wake()
  await runner.idle()
  await expect(titleAt(1)).rejects.toMatchObject({ failure: { type: 'SnapshotExpired' } })
  expect(await titleAt(2)).toBe('New')
  expect((await calendar.promises.history({ viewer, uid: 'e1', limit: 9 })).items).toHaveLength(2)
  await runner.stop()
})
