import { readFileSync } from 'node:fs'
import type { Aggregate, AggregateName } from '@kalends/core'
import { aggregates } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { StoredEvent, StoredLog } from '../src/index.js'

/** What may begin a stream of each kind, so that the lines of a golden file fall into streams. */
const BEGINS: Partial<Record<AggregateName, readonly string[]>> = {
  event: ['Created', 'SplitOff'],
  training: ['SpotStruck', 'TrainingStarted'],
}

/** The lines of the golden file of a kind, as streams. */
export const goldenStreams = (name: AggregateName): readonly (readonly StoredEvent[])[] => {
  const file = new URL(`../../core/src/${name}/domain-event.golden.jsonl`, import.meta.url)
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const streams: StoredEvent[][] = []
  for (const line of lines) {
    const stored = JSON.parse(line) as StoredLine
    const last = streams.at(-1)
    if (last === undefined || isFirst(name, stored)) streams.push([{ schemaVersion: 1, stored }])
    else last.push({ schemaVersion: 1, stored })
  }
  return streams
}

/** A line of a golden file. */
export interface StoredLine {
  readonly type: string
  readonly revision?: number
}

const isFirst = (name: AggregateName, { type, revision }: StoredLine): boolean =>
  BEGINS[name]?.includes(type) === true || (type === 'Imported' && revision === 1)

/** How the log of a kind is read today, and what its golden streams have folded to. */
export const storedLogOf = <S, H>(
  { schemaVersion, domainEvent, state, evolve, initialState }: Aggregate<S, H>,
  streams: readonly (readonly StoredEvent[])[],
  folded: readonly unknown[],
): StoredLog<H> => ({
  golden: streams.map((events, index) => ({ events, folded: folded[index] })),
  read: (each) =>
    each.schemaVersion === schemaVersion ? domainEvent.decode(each.stored) : E.left('unknown'),
  write: (happened) => ({ schemaVersion, stored: domainEvent.encode(happened) }),
  fold: (happened) => throughJson(state.encode(happened.reduce(evolve, initialState))),
})

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** What the golden streams of a kind folded to when `fixtures/folds.golden.json` was written. */
export const foldedGolden = (name: AggregateName): readonly unknown[] => {
  const file = new URL('./fixtures/folds.golden.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as Folds)[name] ?? []
}

/** What is in the fixture, by kind of stream. */
export type Folds = Readonly<Record<string, readonly unknown[]>>

/** How the log of calendar events is read today. */
export const eventLog = () =>
  storedLogOf(aggregates.event, goldenStreams('event'), foldedGolden('event'))
