import { participantsShown } from '@kalends/core'
import type { CalendarEvent, Side } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Context } from '../context/context.js'
import type { Failure } from '../errors/failure.js'
import { runOrThrow } from '../errors/run-or-throw.js'
import type { EventNode } from '../event/event-node.js'
import { wholeEvent } from '../event/whole-event.js'
import type { Connection } from '../read/connection.js'
import { listConnection } from '../read/list-connection.js'
import type { PaginationArgs } from '../read/pagination.js'
import { readPagination } from '../read/pagination.js'
import type { Participant } from './participants.js'

/** Resolves `CalendarEvent.participants`: only those that the viewer may see are counted and paged through. */
export const resolveParticipants = async (
  node: EventNode,
  args: PaginationArgs,
  context: Context,
): Promise<Connection<Participant>> => {
  const event = await wholeEvent(node, context)
  const { parts } = context
  return runOrThrow(parts)(
    pipe(
      readPagination(args, parts.limits),
      E.chain((side) => pageOf(node, side, { event, context })),
      TE.fromEither<Failure, Connection<Participant>>,
    ),
  )
}

interface Read {
  readonly event: CalendarEvent | null
  readonly context: Context
}

const pageOf = (node: EventNode, side: Side, { event, context: { parts, viewer } }: Read) => {
  const shown = event === null ? [] : participantsShown(event, viewer.userId)
  const nodes = shown.map((participation) => ({ participation, organizer: node.event.organizer }))
  return listConnection(nodes, side, {
    secret: parts.secret,
    viewer,
    list: `participants ${node.id}`,
    nameOf: ({ participation }) => participation.userId,
  })
}
