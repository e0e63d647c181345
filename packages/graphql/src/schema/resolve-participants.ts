import { participantsShown } from '@kalends/core'
import type { CalendarEvent, Side } from '@kalends/core'
import { after } from '../context/after.js'
import type { Context } from '../context/context.js'
import { rightOrThrow } from '../errors/right-or-throw.js'
import type { EventNode } from '../event/event-node.js'
import { wholeEvent } from '../event/whole-event.js'
import { listConnection } from '../read/list-connection.js'
import type { PaginationArgs } from '../read/pagination.js'
import { readPagination } from '../read/pagination.js'
import type { AskedField } from '../read/paths-asked.js'
import { pathsAsked } from '../read/paths-asked.js'
import type { ParticipantPage } from './participants.js'

/** What `resolveParticipants` is asked for, and by whom. */
export interface AskedParticipants {
  readonly args: PaginationArgs
  readonly context: Context
  readonly info: AskedField
}

/** Resolves `CalendarEvent.participants`: only those that the viewer may see are counted and paged through. */
export const resolveParticipants = (
  node: EventNode,
  { args, context, info }: AskedParticipants,
): ParticipantPage | Promise<ParticipantPage> => {
  const side = rightOrThrow(readPagination(args, context.parts.limits))
  return isOnlyCounted(info) && isTold(node, context)
    ? { ...NOT_ASKED, totalCount: node.event.participantsCount }
    : after(wholeEvent(node, context), (event) => pageOf(node, side, { event, context }))
}

const NOT_ASKED = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
} as const

/** Whether nothing but the count is asked for, beside no cursor that might be a bad one. */
const isOnlyCounted = (info: AskedField): boolean => {
  const paths = pathsAsked(info)
  return (
    !paths.has('edges') &&
    !paths.has('pageInfo') &&
    info.fieldNodes.every(({ arguments: sent }) => sent === undefined || sent.length === 0)
  )
}

/** Whether how many the viewer may see is known without reading the event: all of them. */
const isTold = ({ event }: EventNode, { viewer }: Context): boolean =>
  event.showParticipantList || event.organizer === viewer.userId

interface Read {
  readonly event: CalendarEvent | null
  readonly context: Context
}

const pageOf = (
  node: EventNode,
  side: Side,
  { event, context: { parts, viewer } }: Read,
): ParticipantPage => {
  const shown = event === null ? [] : participantsShown(event, viewer.userId)
  const nodes = shown.map((participation) => ({ participation, organizer: node.event.organizer }))
  return rightOrThrow(
    listConnection(nodes, side, {
      secret: parts.secret,
      viewer,
      list: `participants ${node.id}`,
      nameOf: ({ participation }) => participation.userId,
    }),
  )
}
