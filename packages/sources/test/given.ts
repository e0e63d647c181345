import type { ImportedOccurrence, ImportEvent } from '@kalends/core'
import {
  formatInZone,
  openRecurrence,
  occurrencesIn,
  occurrenceTime,
  recurrenceIdOf,
  zoneOf,
} from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { readFileSync } from 'node:fs'
import type { ImportContext, Imported } from '../src/index.js'

export const context: ImportContext = {
  tenantId: 'acme',
  actor: 'ann',
  timeZone: 'America/New_York',
}

export const fixture = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

/** The command of the event by its provider's id. */
export const commandOf = ({ commands, refused }: Imported, id: string): ImportEvent => {
  const found = commands.find(({ source }) => source.providerId === id)
  if (found === undefined) throw new Error(`no ${id} beside ${JSON.stringify(refused)}`)
  return found
}

type Shown = Pick<ImportedOccurrence, 'title' | 'status' | 'time'>

const show = ({ title, time }: Shown): string =>
  time.type === 'AllDay'
    ? `${time.start}/${time.end} ${title}`
    : `${formatInZone(time.start, zoneOf(time.timeZone))}/${(time.end - time.start) / 60_000} ${title}`

/** What a calendar shows of an import, by core's own reading of its lines: the first ten occurrences. */
export const shownBy = (command: ImportEvent): readonly string[] => {
  const { recurrence, time, occurrences } = command
  if (recurrence === null) return command.status === 'Cancelled' ? [] : [show(command)]
  const open = openRecurrence(time, recurrence)
  if (E.isLeft(open)) throw new Error(JSON.stringify(open.left))
  const found = occurrencesIn(open.right, { limit: 10 })
  if (E.isLeft(found)) throw new Error(JSON.stringify(found.left))
  const ids = [...found.right.localSeconds].map(recurrenceIdOf)
  for (const { recurrenceId } of occurrences) {
    if (!ids.includes(recurrenceId)) throw new Error(`${recurrenceId} is not in ${ids.join()}`)
  }
  return ids
    .map(
      (id) =>
        occurrences.find(({ recurrenceId }) => recurrenceId === id) ?? {
          ...command,
          time: occurrenceTime(time, id),
        },
    )
    .filter(({ status }) => status !== 'Cancelled')
    .map(show)
    .toSorted()
}
