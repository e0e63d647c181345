/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access -- the wire: tests say what they expect of it */
import type { Hono } from 'hono'

/** A message of a stream. */
export interface Message {
  readonly id: string
  readonly event: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the wire: tests say what they expect of it
  readonly data: any
}

/** What a test opens a stream with. */
export interface Opening {
  readonly as?: string
  readonly lastEventId?: string
  readonly query?: string
}

/** Reads a stream as a browser's EventSource does, block by block. */
export const openStream = async (
  api: Pick<Hono, 'request'>,
  { as = 'bob', lastEventId, query = '' }: Opening = {},
) => {
  const leaving = new AbortController()
  const response = await api.request(`/calendar/stream${query}`, {
    signal: leaving.signal,
    headers: {
      Authorization: `Bearer demo-${as}`,
      ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
    },
  })
  if (response.body === null) throw new Error('no body')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const state = { text: '', lastId: '' }

  /** The next block; null at the end. */
  const block = async (): Promise<string | null> => {
    const end = state.text.indexOf('\n\n')
    if (end >= 0) {
      const found = state.text.slice(0, end)
      state.text = state.text.slice(end + 2)
      state.lastId = /^id: (.*)$/m.exec(found)?.[1] ?? state.lastId
      return found
    }
    const { done, value = '' } = await reader.read()
    state.text += value
    return done ? null : block()
  }
  /** The next message, past comments and ids; null at the end. */
  const message = async (): Promise<Message | null> => {
    const found = await block()
    if (found === null) return null
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(found)?.[1] ?? ''
    if (field('data') === '') return message()
    return { id: field('id'), event: field('event'), data: JSON.parse(field('data')) }
  }
  /** The next `count` messages, as type and id. */
  const told = async (count: number): Promise<readonly string[]> => {
    const all: string[] = []
    while (all.length < count) {
      const found = await message()
      if (found === null) break
      all.push(`${found.event} ${String(found.data.id)}`)
    }
    return all
  }
  return {
    response,
    block,
    message,
    told,
    /** What an EventSource would send as Last-Event-ID. */
    lastId: () => state.lastId,
    /** As a client that goes away: nobody reads any more. */
    leave: () => reader.cancel(),
    /** As a runtime that tells the request. */
    abort: () => {
      leaving.abort()
    },
  }
}
