import { primaryCalendarId } from '../calendar/index.js'
import type { CalendarId, Uid } from '../event/index.js'
import { importedUid } from '../event/index.js'
import type { CancelImported, ImportEvent } from './command.js'

/** Under which uid an import finds its event. */
export const uidOfImport = (command: ImportEvent | CancelImported): Uid =>
  importedUid(calendarOf(command), command.key)

/** Into which calendar an import goes. */
export const calendarOf = ({ calendarId, actor }: ImportEvent | CancelImported): CalendarId =>
  calendarId ?? primaryCalendarId(actor)
