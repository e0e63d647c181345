import type { DomainEvent } from '@kalends/core'
import { DomainEventCodec } from '@kalends/core'
import { snakeCase } from '../problem/index.js'
import { isRecord } from '../wire/index.js'
import { timeSlotAnswer } from './event-answer.js'

/**
 * What a domain event says beside its type, in the words of this wire: names in snake_case, the time as
 * a time slot, statuses as they are everywhere else. A description is as it was written.
 */
export const happenedAnswer = (happened: DomainEvent): Readonly<Record<string, unknown>> => {
  const { type: _type, time: _time, body, ...data } = fieldsOf(happened)
  return {
    ...renamed(data),
    ...('time' in happened ? { time_slot: timeSlotAnswer(happened.time) } : {}),
    ...(isRecord(body) ? { body: { ...body, format: wireName(body['format']) } } : {}),
    ...(body === null ? { body } : {}),
  }
}

const fieldsOf = (happened: DomainEvent): Readonly<Record<string, unknown>> => {
  const encoded: unknown = DomainEventCodec.encode(happened)
  return isRecord(encoded) ? encoded : {}
}

const renamed = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      snakeCase(key),
      key === 'status' || key === 'visibility' ? wireName(value) : nested(value),
    ]),
  )

const nested = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(nested)
  return isRecord(value) ? renamed(value) : value
}

const wireName = (value: unknown): unknown =>
  typeof value === 'string' ? snakeCase(value).slice(1).toUpperCase() : value
