import { writeSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import { appendForEver } from '../../src/index.js'

// Appends to a file without end, and says on standard output what was acknowledged. With `early` it speaks
// before it writes, which STORE-029 must reject.

const [file = '', early] = process.argv.slice(2)
const say = (line: string) => void writeSync(1, `${line}\n`)
const store = openSqliteStore({ file, snapshotEvery: 3 })

const spoken = { number: 0 }
const speakFirst: typeof store.append = (append) => async () => {
  const result = await store.append(append)()
  say(`${append.tenantId} ${(spoken.number += 1)} never-written`)
  await setImmediate()
  return result
}

await appendForEver(early === 'early' ? { append: speakFirst } : store, say)
