import { parseArgs } from 'node:util'
import { simulate } from '../../src/simulation/index.js'
import { memory, sqlite } from '../simulation/subjects.js'

// pnpm simulate --seed N --steps M [--seeds K] [--store memory|sqlite]: exits with 1 when a promise is broken.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '10000' },
    store: { type: 'string', default: 'memory' },
  },
})
const subject = values.store === 'sqlite' ? sqlite : memory
const say = (line: string) => void process.stdout.write(`${line}\n`)

for (let nth = 0; nth < Number(values.seeds); nth += 1) {
  const seed = Number(values.seed) + nth
  say(`seed ${seed}, ${values.steps} steps on ${values.store}`)
  const { broken, hash, counts, steps } = await simulate(subject, {
    seed,
    steps: Number(values.steps),
  })
  if (broken !== null) {
    for (const line of broken.tail) say(`  ${line}`)
    say(`broken in step ${broken.step}: ${broken.detail}`)
    process.exitCode = 1
    break
  }
  say(`  held for ${steps} steps: ${JSON.stringify(counts)}, trace ${hash}`)
}
