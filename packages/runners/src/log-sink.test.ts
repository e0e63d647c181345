import type { OutboxMessage } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { logSink } from './log-sink.js'

const message: OutboxMessage = {
  tenantId: 'demo',
  messageId: 'm1:bob',
  kind: 'Invitation',
  recipient: 'bob',
  uid: 'review',
  revision: 1,
  sequence: 0,
  recurrenceId: null,
  position: 7,
  recordedAt: Date.UTC(2027, 2, 8, 9),
  attempts: 3,
}

const lineOf = async (each: OutboxMessage): Promise<string> => {
  const lines: string[] = []
  await logSink((line) => void lines.push(line)).notify(each)()
  return lines.join('\n')
}

test('logSink: a line is the message as its recipient would get it', async () => {
  const { attempts: _attempts, ...rest } = message
  expect(JSON.parse(await lineOf(message))).toEqual({
    ...rest,
    recordedAt: '2027-03-08T09:00:00.000Z',
  })
})

test('logSink: nothing in an id breaks the line or turns it around', async () => {
  const recipient = 'b\n\r\t\u001b[31m\u007f\u0085\u2028\u202e\ud83d\ude00\ufeff"\\'
  const line = await lineOf({ ...message, recipient })
  expect(line).toMatch(/^[\x20-\x7e]+$/)
  expect(JSON.parse(line)).toMatchObject({ recipient })
})

test('logSink: a write that fails is a delivery that failed for now', async () => {
  const full = logSink(() => Promise.reject(new Error('disk full')))
  expect(await full.notify(message)()).toEqual(
    E.left({ type: 'Transient', reason: 'Error: disk full' }),
  )
})
