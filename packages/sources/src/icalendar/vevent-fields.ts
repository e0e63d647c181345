import type { Body, ImportedFields } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Refusal } from '../mapping/imported.js'
import { bodyOf, locationOf, titleOf } from '../mapping/texts.js'
import type { Vevent } from './vevent.js'
import { veventTime } from './vevent-time.js'

/** What a VEVENT says that every event has. */
export const veventFields = (vevent: Vevent): E.Either<Refusal, ImportedFields> => {
  const time = veventTime(vevent)
  if (E.isLeft(time)) return time
  const { first } = vevent
  return E.right({
    title: titleOf(first('SUMMARY')?.text ?? null),
    status: statusOf(vevent),
    time: time.right,
    location: locationOf(first('LOCATION')?.text ?? null),
    body: htmlOf(vevent) ?? bodyOf('Plain', first('DESCRIPTION')?.text ?? null),
  })
}

const statusOf = ({ first, method }: Vevent): ImportedFields['status'] => {
  const status = first('STATUS')?.text.trim().toUpperCase()
  if (method === 'CANCEL' || status === 'CANCELLED') return 'Cancelled'
  return status === 'TENTATIVE' ? 'Tentative' : 'Confirmed'
}

/** The description as Outlook writes it beside the plain one. */
const htmlOf = ({ all }: Vevent): Body | null => {
  const html = all.find(
    ({ name, parameter }) =>
      name === 'X-ALT-DESC' && parameter('FMTTYPE')?.toLowerCase() === 'text/html',
  )
  return bodyOf('Html', html?.text ?? null)
}
