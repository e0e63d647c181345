import { writeSync } from 'node:fs'
import type { DomainEvent } from '@kalends/core'
import { randomIds, UTC } from '@kalends/core'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import * as E from 'fp-ts/lib/Either.js'

// Appends without end, and says on standard output what was acknowledged: tenant, position, event id.

const [file = ''] = process.argv.slice(2)
const store = openSqliteStore({ file, snapshotEvery: 3 })
const at = Date.now()
const time = { type: 'Timed', start: at, end: at + 1000, timeZone: UTC } as const

const created = (uid: string): DomainEvent => ({
  type: 'Created',
  at,
  uid,
  calendarId: 'c',
  organizer: 'ann',
  title: uid,
  status: 'Confirmed',
  time,
  location: null,
  body: { format: 'Plain', content: uid.repeat(100) },
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: ['bob', 'cyd'],
})

const change = { at, revision: 2, silent: false }
const happenings: readonly DomainEvent[] = [
  { type: 'Rescheduled', ...change, time: { ...time, start: at - 1 }, sequence: 1 },
  {
    type: 'Answered',
    at,
    userId: 'bob',
    status: 'Accepted',
    comment: null,
    revision: 1,
    sequence: 0,
  },
  { type: 'ParticipantsUninvited', ...change, participants: ['cyd'] },
  { type: 'Cancelled', ...change, sequence: 2 },
]

const append = async (tenantId: string, streamId: string, happened: readonly DomainEvent[]) => {
  const events = happened.map((each) => ({ eventId: randomIds.uuid(), happened: each }))
  const commandId = randomIds.uuid()
  const result = await store.append<never>({
    tenantId,
    commandId,
    fingerprint: commandId,
    actor: { type: 'User', userId: 'ann' },
    causationId: null,
    correlationId: null,
    streams: [
      { aggregate: 'event', streamId, expected: { type: 'Any' }, decide: () => E.right(events) },
    ],
  })()
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  for (const { position, eventId } of result.right.events) {
    writeSync(1, `${tenantId} ${position} ${eventId}\n`)
  }
}

const caller = async (tenantId: string): Promise<never> => {
  for (;;) {
    const uid = randomIds.uuid()
    await append(tenantId, uid, [created(uid)])
    for (const happened of happenings) await append(tenantId, uid, [happened, happened])
  }
}

await Promise.all(Array.from({ length: 20 }, (_, index) => caller(`tenant-${index % 2}`)))
