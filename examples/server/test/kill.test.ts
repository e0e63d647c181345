import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { at, type Call, clientOf, listAt, meeting, textAt } from './client.js'
import { bundledServer } from './bundled-server.js'
import { newFolder, spawnServer } from './spawn-server.js'

// `KALENDS_KILLS=20` is the deep run.
const { KALENDS_KILLS = '5' } = process.env
const KILLS = Number(KALENDS_KILLS)
const WORKERS = 8
const LONGEST_MS = 60_000 + KILLS * 6000

const folder = newFolder()
afterAll(folder.remove)
const database = folder.file('kalends.db')
const notifications = folder.file('notifications.jsonl')
const env = {
  KALENDS_DEMO: '1',
  DATABASE_URL: `file:${database}`,
  KALENDS_NOTIFICATION_LOG: notifications,
}

/** What a worker knows of one of its events: what was acknowledged, and what was asked and not answered. */
interface Known {
  revision: number
  title: string
  answer: string
  asked: { title?: string; answer?: string }
}

/** Acknowledged events, by id. */
const known = new Map<string, Known>()
let counter = 0

const pick = <A>(items: readonly A[]): A | undefined =>
  items[Math.floor(Math.random() * items.length)]

interface Users {
  readonly ann: Call
  readonly bob: Call
}

/** Creates, patches and answers events of its own, one after the other, until the server is gone. */
const storm = async (
  { ann, bob }: Users,
  mine: Set<string>,
  acknowledged: () => void,
): Promise<void> => {
  try {
    for (;;) {
      const id = pick([...mine])
      const dice = Math.random()
      if (id === undefined || dice < 0.4) await create(ann, mine)
      else if (dice < 0.7) await patch(ann, id)
      else await answer(bob, id)
      acknowledged()
    }
  } catch (cause) {
    // The connection broke off; a refusal is an assertion that failed.
    if (cause instanceof TypeError) return
    throw cause
  }
}

const create = async (ann: Call, mine: Set<string>) => {
  const id = `storm-${(counter += 1)}`
  const { status } = await ann('POST', '/calendar/events', meeting(id, 'bob', 'cyd'))
  expect(status).toBe(201)
  known.set(id, { revision: 1, title: 'Planning', answer: 'NEEDS_ACTION', asked: {} })
  mine.add(id)
}

const patch = async (ann: Call, id: string) => {
  const title = `Title ${(counter += 1)}`
  const event = knownOf(id)
  event.asked = { ...event.asked, title }
  const { status, json } = await ann('PATCH', `/calendar/events/${id}`, { title })
  expect(status).toBe(200)
  delete event.asked.title
  event.title = title
  event.revision = Number(at(json, 'revision'))
}

const answer = async (bob: Call, id: string) => {
  const event = knownOf(id)
  const rsvp_status = event.answer === 'ACCEPTED' ? 'DECLINED' : 'ACCEPTED'
  event.asked = { ...event.asked, answer: rsvp_status }
  const { status } = await bob('PUT', `/calendar/events/${id}/rsvp`, { rsvp_status })
  expect(status).toBe(200)
  delete event.asked.answer
  event.answer = rsvp_status
}

const knownOf = (id: string): Known => {
  const event = known.get(id)
  if (event === undefined) throw new Error(`unknown: ${id}`)
  return event
}

/** Everything acknowledged is there; of what was asked without an answer, all or nothing. */
const checkEvent = async (ann: Call, id: string) => {
  const event = knownOf(id)
  const { status, json } = await ann('GET', `/calendar/events/${id}`)
  expect([id, status]).toEqual([id, 200])
  const bob = listAt(json, 'participants').find((each) => textAt(each, 'user_id') === 'bob')
  const happened = {
    revision: Number(at(json, 'revision')),
    title: textAt(json, 'title'),
    answer: textAt(bob, 'rsvp_status'),
  }
  const { asked, ...acknowledged } = event
  const patched =
    asked.title === undefined ? {} : { title: asked.title, revision: event.revision + 1 }
  const answered = asked.answer === undefined ? {} : { answer: asked.answer }
  expect([
    acknowledged,
    { ...acknowledged, ...patched },
    { ...acknowledged, ...answered },
    { ...acknowledged, ...patched, ...answered },
  ]).toContainEqual(happened)
  known.set(id, { ...happened, asked: {} })
}

const right = async <A>(task: TE.TaskEither<unknown, A>): Promise<A> => {
  const result = await task()
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  return result.right
}

const keyOf = ({ kind, uid, recipient }: Record<string, unknown>) =>
  `${String(kind)} ${String(uid)} ${String(recipient)}`

const logged = (): ReadonlySet<string> =>
  new Set(
    readFileSync(notifications, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => keyOf(JSON.parse(line) as Record<string, unknown>)),
  )

const invitations = () =>
  [...known.keys()].flatMap((uid) =>
    ['bob', 'cyd'].map((recipient) => keyOf({ kind: 'Invitation', uid, recipient })),
  )

/** What the closed database holds: no projection differs from the log; and what the outbox still has. */
const inspect = async (): Promise<ReadonlySet<string>> => {
  const store = openSqliteStore({ file: database })
  expect(await right(store.verify)).toEqual([])
  const everything = { now: Date.now() + 86_400_000, until: Date.now(), limit: 1e6, token: 'test' }
  const waiting = await right(store.claim(everything))
  await store.close()
  return new Set(waiting.map((message) => keyOf({ ...message })))
}

test(`${KILLS} kills in the middle of a storm lose nothing`, { timeout: LONGEST_MS }, async () => {
  const main = await bundledServer(folder.file('bundle'))
  const mine = Array.from({ length: WORKERS }, () => new Set<string>())
  let acknowledged = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await spawnServer(env, [main])
    const users = { ann: clientOf(server.url, 'demo-ann'), bob: clientOf(server.url, 'demo-bob') }
    const touched = mine.flatMap((events) => [...events].slice(-3))
    const open = [...known.keys()].filter((id) => Object.keys(knownOf(id).asked).length > 0)
    // What was left open is settled before anything else is asked of it.
    await Promise.all([...new Set([...touched, ...open])].map((id) => checkEvent(users.ann, id)))
    const middle = acknowledged + 20 + Math.random() * 80
    const countAndKill = () => {
      acknowledged += 1
      if (acknowledged > middle) server.process.kill('SIGKILL')
    }
    await Promise.all(mine.map((events) => storm(users, events, countAndKill)))
    await server.end('SIGKILL')
    if (kill % 5 === 4) {
      const waiting = await inspect()
      const delivered = logged()
      expect(invitations().filter((each) => !waiting.has(each) && !delivered.has(each))).toEqual([])
    }
  }
  expect(acknowledged).toBeGreaterThan(KILLS * WORKERS)

  const server = await spawnServer(env, [main])
  const ann = clientOf(server.url, 'demo-ann')
  for (const id of known.keys()) await checkEvent(ann, id)
  await expect
    .poll(() => invitations().filter((each) => !logged().has(each)), { timeout: LONGEST_MS / 2 })
    .toEqual([])
  expect(await server.end('SIGTERM')).toBe(0)
  console.log(`${acknowledged} acknowledged writes, ${known.size} events, ${logged().size} notices`)
})
