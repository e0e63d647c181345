import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Asked, Command } from '../event/index.js'
import type { CancelImported, ImportEvent } from './command.js'
import type { CommandFailure } from './failure.js'
import { ownerOf } from './owner-of.js'
import type { Parts } from './parts.js'
import { calendarOf } from './uid-of-import.js'

/** Fills in whose calendar an import goes into. */
export const prepareImport = (
  parts: Parts,
  command: ImportEvent | CancelImported,
  { asked, uid }: { readonly asked: Asked; readonly uid: string },
): TE.TaskEither<CommandFailure, Command> => {
  const calendarId = calendarOf(command)
  return pipe(
    ownerOf(parts, command.tenantId, calendarId),
    TE.map((calendarOwner): Command => {
      if (command.type === 'CancelImported') {
        const { updatedAt = null } = command
        return { type: 'CancelImport', ...asked, calendarOwner, updatedAt }
      }
      const { title, status, time, location, body, recurrence, occurrences, source } = command
      const fields = { title, status, time, location, body, recurrence, occurrences, source }
      return { type: 'Import', ...asked, uid, calendarId, calendarOwner, ...fields }
    }),
  )
}
