import type { Filter, ListRequest, Occurrence, Page, ReadFailure } from '@kalends/core'
import { DAY_MS } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Client } from './client.js'
import { askUntilAnswered, pause } from './client.js'
import { expectSame, expectThat } from './expect.js'
import { FIRST_DAY_MS } from './first-day.js'
import type { Gone } from './world.js'

/**
 * Lists the client's calendar page by page, whatever the others do meanwhile and whoever answers. Together the pages must
 * be what one page as of the same position holds, and hold nothing in which the client does not participate.
 */
export const listInPages = async (client: Client): Promise<void> => {
  const { viewer, random, world } = client
  const filter = filterOf(client)
  const limit = 1 + random.below(4)
  const items: Occurrence[] = []
  const before = world.model(viewer.tenantId).log().length
  let cursor: string | null = null
  let position = 0
  do {
    const asked: Asked = cursor === null ? { filter } : { cursor }
    const page: Answer = await askUntilAnswered(client, ({ calendar }) =>
      calendar.list({ viewer, limit, ...asked }),
    )
    if (E.isLeft(page)) {
      mayEnd(page.left)
      return
    }
    items.push(...page.right.items)
    cursor = page.right.next
    position = page.right.position
    await pause(client, `has ${items.length} rows as of ${position}`)
  } while (cursor !== null)
  expectThat('reads see what was written', {
    holds: position >= before,
    detail: () => `listed as of ${position}, when the log had ${before}`,
  })
  await compareWithOnePage(client, { filter, items, position })
}

type Asked = Pick<ListRequest, 'filter' | 'cursor'>
type Answer = E.Either<ReadFailure | Gone, Page>

const filterOf = ({ random }: Client): Partial<Filter> => {
  const from = FIRST_DAY_MS + random.below(20) * DAY_MS
  const window = {
    startTo: { at: from + random.below(15) * DAY_MS, closed: false },
    endFrom: { at: from, closed: false },
  }
  return {
    window,
    direction: random.pick(['Ascending', 'Descending']),
    rows: random.pick(['Occurrences', 'Series']),
  }
}

interface Listed {
  readonly filter: Partial<Filter>
  readonly items: readonly Occurrence[]
  readonly position: number
}

const compareWithOnePage = async (client: Client, { filter, items, position }: Listed) => {
  const { viewer, world } = client
  const asOf = { type: 'Position', position } as const
  const whole = await askUntilAnswered(client, ({ calendar }) =>
    calendar.list({ viewer, filter, limit: 100_000, asOf }),
  )
  if (E.isLeft(whole)) {
    mayEnd(whole.left)
    return
  }
  expectSame('the pages of a listing are its snapshot', items, whole.right.items)
  for (const { uid } of items) {
    const state = world.model(viewer.tenantId).stateAt(uid, position)
    expectThat('nobody lists what they are not part of', {
      holds: state.type !== 'Absent' && state.event.participants.has(viewer.userId),
      detail: () => `${viewer.userId} was shown ${uid} as of ${position}`,
    })
  }
}

/** What was pruned in the meantime is the one thing that may end a listing. */
const mayEnd = (failure: ReadFailure | Gone) =>
  expectThat('a listing goes on', {
    holds: failure.type === 'CursorExpired' || failure.type === 'SnapshotExpired',
    detail: () => JSON.stringify(failure),
  })
