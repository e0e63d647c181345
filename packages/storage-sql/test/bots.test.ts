import type { Append, BotDomainEvent, BotEvent } from '@kalends/core'
import { randomIds } from '@kalends/core'
import BetterSqlite3 from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { expect, onTestFinished, test } from 'vitest'
import { sqliteBuilder } from '../src/sql/connection.js'
import type { AnyTemplate } from '../src/sql/template.js'
import { compiled } from '../src/sql/template.js'
import { botsAtPlaces, dueIn, scheduledOf } from '../src/steps/bots.js'
import { HOUR, idOf, right, storeOn, T0, temporaryFile } from './given.js'

const placed = (uid: string, recurrenceId: BotEvent['recurrenceId'] = null): BotEvent => ({
  ...{ uid, recurrenceId, start: T0, seriesStart: recurrenceId, version: 1 },
})

const scheduled = (botId: string, event: BotEvent | null, joinAt: number = T0): BotDomainEvent => ({
  ...{ type: 'BotScheduled', at: T0, botId, event, joinAt },
  ...{ meetingUrl: 'https://zoom.us/j/1', metadata: { '': [null, -0, 'é'], ['__proto__']: 1 } },
})

const joining: BotDomainEvent = { type: 'BotAdvanced', at: T0 + HOUR, to: 'Joining', reason: null }

const happens = (botId: string, happened: readonly BotDomainEvent[]): Append<never> => ({
  ...{ tenantId: 'acme', commandId: randomIds.uuid(), fingerprint: null },
  ...{ actor: { type: 'User', userId: 'ann' }, causationId: null, correlationId: null },
  streams: [
    {
      ...{ aggregate: 'bot', streamId: botId, expected: { type: 'Any' } },
      decide: () =>
        E.right(happened.map((each) => ({ eventId: randomIds.uuid(), happened: each }))),
    },
  ],
})

const histories: readonly (readonly [botId: string, ...history: readonly BotDomainEvent[]])[] = [
  ['late', scheduled('late', placed('a'), T0 + HOUR)],
  ['b2', scheduled('b2', placed('a'))],
  ['b1', scheduled('b1', placed('a'))],
  ['first', scheduled('first', placed('s', idOf(T0)))],
  ['second', scheduled('second', placed('s', idOf(T0 + HOUR)))],
  ['off', scheduled('off', placed('s', idOf(T0))), joining],
  [
    'moved',
    scheduled('moved', placed('a')),
    { type: 'BotMoved', at: T0, event: placed('c'), joinAt: T0 - HOUR },
  ],
  ['gone', scheduled('gone', placed('a')), { type: 'BotDeleted', at: T0 }],
  ['free', scheduled('free', null, T0 - 1)],
]

test('the rows of bots are those that a fold of the log makes, and are made again by it', async () => {
  const file = temporaryFile()
  const store = storeOn(file)
  for (const [botId, ...history] of histories) await right(store.append(happens(botId, history)))
  expect(await right(store.verify)).toEqual([])
  const database = new BetterSqlite3(file)
  onTestFinished(() => void database.close())
  const rows = () => database.prepare('select * from kalends_bot order by bot_id').all()
  const before = rows()
  expect(before).toHaveLength(histories.length - 1)
  database.exec(`delete from kalends_bot where bot_id = 'b1'`)
  database.exec(`update kalends_bot set due_ms = 0 where bot_id = 'late'`)
  const differences = await right(store.verify)
  expect(differences.map(({ type, table, row }) => [type, table, row['bot_id']])).toEqual([
    ...['b1', 'late'].map((id) => ['Missing', 'kalends_bot', id]),
    ['Unexpected', 'kalends_bot', 'late'],
  ])
  await right(store.rebuild)
  expect(rows()).toEqual(before)
  expect(await right(store.verify)).toEqual([])
})

test.each([
  ['places', botsAtPlaces, 'kalends_bot_by_place (tenant_id=? AND uid=? AND recurrence_id=?)'],
  ['events', scheduledOf, 'kalends_bot_scheduled (tenant_id=? AND uid=?)'],
  ['due ones', dueIn, 'kalends_bot_due (phase=? AND due_ms<?)'],
] as const)('bots are found by an index: %s', (_name, template: AnyTemplate, index) => {
  const file = temporaryFile()
  storeOn(file)
  const database = new BetterSqlite3(file, { readonly: true })
  onTestFinished(() => void database.close())
  const { sql } = compiled(sqliteBuilder, template)
  const given = Array.from({ length: sql.split('?').length - 1 }, () => 1)
  const plan = database
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...given)
    .map(({ detail }) => detail)
  expect(plan.filter((step) => / bot |kalends_bot/.test(step))).toEqual([
    expect.stringMatching(`INDEX ${index.replaceAll(/[()?]/g, '\\$&').replace('phase=\\?', '.*')}`),
  ])
})
