import type { Filter, RecurrenceId, Viewer } from '@kalends/core'
import { compareIn, formatInstantUtc, namedBy } from '@kalends/core'
import type { ListedRow, Pages } from '@kalends/testing'
import type { openFacades } from './opened.js'
import { addressOf } from './opened.js'
import { jsonOf, recurrenceIdsOf, tokenOf } from './reading.js'

type Facades = Pick<ReturnType<typeof openFacades>, 'ask' | 'calendar'>

/** All rows of Salesloft's list, its numbered pages joined, as a client shows them that leaves out what is cancelled. */
export const salesloftPages = (facades: Facades): Pages =>
  joined(facades, async (viewer, filter) => {
    const [from, to] = boundsOf(filter, 'endFrom', 'startTo')
    const texts: string[] = []
    const rows: DialectRow[] = []
    let page: number | null = 1
    while (page !== null) {
      const bounds = { start_time: from, end_time: to, expand: 'true', per_page: '100' }
      const query = new URLSearchParams({ ...bounds, page: `${page}` })
      const answer = await facades.ask(`GET /v2/calendar/events?${query}`, { as: tokenOf(viewer) })
      const { data, metadata } = jsonOf(answer) as Salesloft
      const standing = data.filter(({ status }) => status !== 'cancelled')
      texts.push(...standing.map((row) => JSON.stringify(row)))
      rows.push(
        ...standing.map(({ id, provider, start_time, end_time, attendees }) => ({
          id: provider === null ? id : `${provider}-${id}`, // as histories call what they import
          start: start_time,
          end: end_time,
          status: statusIn(attendees, addressOf(viewer.userId)),
        })),
      )
      page = metadata.paging.next_page
    }
    return { rows, text: texts.join('\n') }
  })

interface Salesloft {
  readonly data: readonly {
    readonly id: string
    readonly provider: string | null
    readonly status: string
    readonly start_time: string
    readonly end_time: string
    readonly attendees: readonly SalesloftAttendee[]
  }[]
  readonly metadata: { readonly paging: { readonly next_page: number | null } }
}

interface SalesloftAttendee {
  readonly email: string | null
  readonly status: keyof typeof WORDS
  readonly deleted_at: string | null
}

const WORDS = {
  needsAction: 'NeedsAction',
  accepted: 'Accepted',
  declined: 'Declined',
  tentative: 'Tentative',
} as const

const statusIn = (attendees: readonly SalesloftAttendee[], address: string) => {
  const own = attendees.find(({ email, deleted_at }) => email === address && deleted_at === null)
  return own === undefined ? null : WORDS[own.status]
}

/** A row as far as the dialects say it alike. */
interface DialectRow {
  readonly id: string
  readonly start: string
  readonly end: string
  readonly status: ListedRow['status']
}

/** Rows that are given in no order of core's, as one page. */
const joined =
  (
    { calendar }: Facades,
    read: (
      viewer: Viewer,
      filter: Partial<Filter>,
    ) => Promise<{ readonly rows: readonly DialectRow[]; readonly text: string }>,
  ): Pages =>
  async ({ viewer, filter = {} }) => {
    const { rows, text } = await read(viewer, filter)
    const named = rows.map((row) => ({ ...row, ...namedBy(row.id) }))
    const ids = await recurrenceIdsOf(calendar, viewer, named)
    const compare = compareIn('Ascending')
    const items = named
      .map((row, index) => listedRow(row, ids[index] ?? null))
      .toSorted((a, b) => compare(keyOf(a), keyOf(b)))
    return { items, next: null, previous: null, text }
  }

const listedRow = (
  { uid, start, end, status }: DialectRow & { readonly uid: string },
  recurrenceId: RecurrenceId | null,
): ListedRow => ({ uid, recurrenceId, start: Date.parse(start), end: Date.parse(end), status })

const keyOf = (row: ListedRow) => ({ ...row, recurrenceId: row.recurrenceId ?? '' })

const boundsOf = (
  { window = {} }: Partial<Filter>,
  from: 'endFrom' | 'startFrom',
  to: 'startTo' | 'endTo',
): readonly [string, string] => [
  formatInstantUtc(window[from]?.at ?? 0),
  formatInstantUtc(window[to]?.at ?? Date.UTC(2200, 0)),
]
