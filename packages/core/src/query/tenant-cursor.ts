import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { InvalidToken, TokenKey } from './token.js'
import { openToken, sealToken } from './token.js'

const SortKeyCodec = t.type({ start: t.number, uid: t.string, recurrenceId: t.string })

const StartCodec = t.type({
  type: t.keyof({ After: null, Before: null }),
  key: SortKeyCodec,
})
/** Where a page of a tenant's events begins behind a row, or ends before one. */
export type TenantPageStart = t.TypeOf<typeof StartCodec>

const CursorCodec = t.type({
  kind: t.literal('tenant'),
  asked: t.string,
  calendars: t.union([t.readonlyArray(t.string), t.null]),
  position: t.number,
  issuedAt: t.number,
  start: StartCodec,
})
/**
 * What a cursor of a tenant's events says: what was asked, in which calendars, as of which log position, when it was begun, and
 * where its page is.
 *
 * `asked` stands for order and filters: another listing's cursor has another one.
 */
export type TenantCursor = t.TypeOf<typeof CursorCodec>

/** The cursor as an opaque text. */
export const writeTenantCursor = (key: TokenKey, cursor: TenantCursor): string =>
  sealToken(key, cursor)

/** Reads what `writeTenantCursor` wrote for the same viewer. */
export const readTenantCursor = (
  key: TokenKey,
  text: string,
): E.Either<InvalidToken, TenantCursor> =>
  pipe(
    openToken(key, text),
    E.chainW((value) => CursorCodec.decode(value)),
    E.mapLeft((): InvalidToken => ({ type: 'InvalidCursor' })),
  )
