import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Ask, Asked } from './graphql/connection.js'
import { connectionTo } from './graphql/connection.js'
import { graphqlCalls, graphqlCursors, graphqlList, idsIn, restList } from './graphql/requests.js'
import { median } from './side-by-side.js'

const AT_ONCE = 8
const ROUNDS = 9
const ROUND_MS = 1000

const WORKS = {
  'GET /calendar/events': restList,
  'getCalendarEvents, the same fields': graphqlList,
  'getCalendarEvents, a cursor for each row': graphqlCursors,
  'getCalendarEvents, ctas and bookmarks': graphqlCalls,
}

/**
 * A page of 50 over HTTP: `getCalendarEvents` beside the native list, from one server in a process of its own, which has
 * eight requests at once. Each answer is compared before it is timed; every round asks for all of them.
 */
export const graphql = async (): Promise<void> => {
  const server = fork(new URL('./graphql/server.js', import.meta.url))
  const [port] = (await once(server, 'message')) as [number]
  const ask = connectionTo(port, AT_ONCE)
  const works = Object.entries(WORKS)
  await compare(ask)
  for (const [, asked] of works) await rateOf(ask, asked)
  const rounds = new Map<string, number[]>(works.map(([name]) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, asked] of works) rounds.get(name)?.push(await rateOf(ask, asked))
  }
  print(new Map([...rounds].map(([name, rates]) => [name, median(rates)])))
  server.disconnect()
  await once(server, 'exit')
}

const compare = async (ask: Ask): Promise<void> => {
  const expected = idsIn((await ask(restList)).text)
  assert.equal(expected.length, 50)
  for (const asked of [graphqlList, graphqlCursors, graphqlCalls]) {
    assert.deepEqual(idsIn((await ask(asked)).text), expected)
  }
}

/** Answers a second. */
const rateOf = async (ask: Ask, asked: Asked): Promise<number> => {
  let answers = 0
  const begun = performance.now()
  const caller = async () => {
    while (performance.now() - begun < ROUND_MS) {
      const { status } = await ask(asked)
      assert.equal(status, 200)
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, caller))
  return (answers * 1000) / (performance.now() - begun)
}

const print = (rates: ReadonlyMap<string, number>): void => {
  const [first = Number.NaN] = rates.values()
  console.log(`A page of 50 over HTTP, ${AT_ONCE} requests at once, p50 of ${ROUNDS} rounds`)
  for (const [name, rate] of rates) {
    console.log(`  ${name}: ${rate.toFixed(0)}/s, ${(rate / first).toFixed(2)}x the native list`)
  }
}
