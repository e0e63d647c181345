import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { ParticipationStatusCodec } from '../event/index.js'
import { TimeZoneId } from '../time/index.js'
import type { InvalidToken, TokenKey } from './token.js'
import { openToken, sealToken } from './token.js'

const SortKeyCodec = t.type({ start: t.number, uid: t.string, recurrenceId: t.string })

const BoundCodec = t.type({ at: t.number, closed: t.boolean })

const WindowCodec = t.partial({
  startFrom: BoundCodec,
  startTo: BoundCodec,
  endFrom: BoundCodec,
  endTo: BoundCodec,
  points: t.number,
})

const FilterCodec = t.intersection([
  t.type({
    window: WindowCodec,
    answers: t.union([t.readonlyArray(ParticipationStatusCodec), t.null]),
    listing: t.keyof({ Active: null, Cancelled: null }),
    direction: t.keyof({ Ascending: null, Descending: null }),
    timeZone: TimeZoneId,
  }),
  t.partial({
    rows: t.keyof({ Occurrences: null, Series: null }),
    audience: t.keyof({ Participant: null, Visible: null }),
  }),
])

/**
 * Where a page begins: at the row of `key`; or `count` rows before it, ending before `key`.
 *
 * Which row a `Before` page begins with is found when it is asked for.
 */
const PageStartCodec = t.union([
  t.type({ type: t.literal('From'), key: SortKeyCodec }),
  t.type({ type: t.literal('Before'), key: SortKeyCodec, count: t.number }),
])
/** Where a page begins. */
export type PageStart = t.TypeOf<typeof PageStartCodec>

/**
 * What a cursor says: which listing, as of which log position, when it was begun, and where its page
 * begins. It carries the whole filter, so that a page needs nothing else.
 */
const CursorCodec = t.type({
  kind: t.literal('list'),
  filter: FilterCodec,
  position: t.number,
  issuedAt: t.number,
  start: PageStartCodec,
})
/** What a cursor says. */
export type Cursor = t.TypeOf<typeof CursorCodec>

/** The cursor as an opaque text for one viewer. */
export const writeCursor = (key: TokenKey, cursor: Cursor): string => sealToken(key, cursor)

/** Reads what `writeCursor` wrote for the same viewer. */
export const readCursor = (key: TokenKey, text: string): E.Either<InvalidToken, Cursor> =>
  pipe(
    openToken(key, text),
    E.chainW((value) => CursorCodec.decode(value)),
    E.mapLeft((): InvalidToken => ({ type: 'InvalidCursor' })),
  )
