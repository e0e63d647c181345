/** An event as the naive listings below have it. */
export interface NaiveRow {
  readonly id: string
  readonly value: number
}

/** Where a naive page goes on. */
export interface NaiveCursor {
  readonly value: number
  readonly offset: number
}

const PAGE = 100
const OFFSET_MOST = 1000

/**
 * One page by a cursor of one column: its value, and how many rows of that value were on earlier pages, up to a thousand. As widely
 * used, and wrong.
 */
export const pageByValueAndOffset = (rows: readonly NaiveRow[], at: NaiveCursor | null) => {
  const sorted = rows.toSorted((a, b) => a.value - b.value)
  const from = at === null ? sorted : sorted.filter(({ value }) => value >= at.value)
  const offset = at?.offset ?? 0
  const page = from.slice(offset, offset + PAGE)
  const following = from[offset + PAGE]
  if (following === undefined) return { page, next: null }
  const tied = page.filter(({ value }) => value === following.value).length
  const wasTied = tied === page.length && at?.value === following.value
  const next = {
    value: following.value,
    offset: Math.min(wasTied ? offset + tied : tied, OFFSET_MOST),
  }
  return { page, next }
}

/** One page, latest first, behind the last value that was seen: reads what is there now, whatever was there before. */
export const pageOfNow = (rows: readonly NaiveRow[], below: number) =>
  rows
    .filter(({ value }) => value < below)
    .toSorted((a, b) => b.value - a.value)
    .slice(0, PAGE)

/** A row of a store that stamps when a transaction begins and shows it when it ends. */
export interface StampedRow {
  readonly id: string
  readonly stampedAt: number
  readonly committedAt: number
}

/** What somebody hears who asks for all that was stamped since the last stamp they heard. */
export const syncByClock = (rows: readonly StampedRow[], since: number, now: number) =>
  rows.filter(({ stampedAt, committedAt }) => stampedAt >= since && committedAt <= now)

/** One page by a cursor that says a value and not of what. */
export const pageBehind = <Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => number,
  behind: number,
) =>
  rows
    .filter((row) => valueOf(row) > behind)
    .toSorted((a, b) => valueOf(a) - valueOf(b))
    .slice(0, PAGE)
