import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCalendar } from '@kalends/core'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'

const WRITES = 3000

/** Creates with three guests, on disk with synchronous=FULL, by how many callers at once. */
export const writes = async (): Promise<void> => {
  console.log(`Creates with 3 guests, ${WRITES} each, every one on disk before it is answered`)
  let alone = Number.NaN
  for (const callers of [1, 10, 100]) {
    const rate = await rateOf(callers)
    if (callers === 1) alone = rate
    console.log(
      `  ${callers} at once: ${rate.toFixed(0)}/s, ${(rate / alone).toFixed(1)}x one at a time`,
    )
  }
}

const rateOf = async (callers: number): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-bench-'))
  const store = openSqliteStore({ file: join(folder, 'writes.db') })
  const calendar = createCalendar({ store })
  let begun = 0
  const caller = async () => {
    while (begun < WRITES) {
      begun += 1
      await calendar.promises.execute({
        type: 'CreateEvent',
        tenantId: 'bench',
        actor: 'ann',
        title: 'Planning',
        timeSlot: { start: '2027-03-08T09:00:00Z', end: '2027-03-08T10:00:00Z' },
        participants: [{ userId: 'bob' }, { userId: 'cyd' }, { userId: 'dee' }],
      })
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: callers }, caller))
  const seconds = (performance.now() - started) / 1000
  await store.close()
  rmSync(folder, { recursive: true })
  return WRITES / seconds
}
