import type { Change, Watch } from '@kalends/core'
import type { Context } from '../context/context.js'
import type { EventNode } from '../event/event-node.js'
import { nodeOfEvent } from '../event/event-node.js'
import type { CalendarEventType } from '../event/event-type.js'
import { typeOf } from '../event/event-type.js'

/** A change of the viewer's calendar. */
export interface ChangeNode {
  readonly type: Change['type']
  readonly id: string
  /** Null for what is the viewer's no more. */
  readonly node: EventNode | null
}

/**
 * The changes of a watch, of one kind or of all, until the caller leaves, the host stops, or its time is over.
 *
 * Holds no listener before it is first asked, and none after it ended.
 */
export async function* changesOf(
  watch: Watch,
  type: CalendarEventType | null,
  { parts, viewer, leaving }: Context,
): AsyncGenerator<ChangeNode, void, undefined> {
  const { stopping, limits } = parts
  const signal = AbortSignal.any([
    leaving,
    AbortSignal.timeout(limits.subscriptionMs),
    ...(stopping === null ? [] : [stopping]),
  ])
  for await (const { change } of watch.begin(signal)) {
    if (change === null) continue
    const isAsked = change.type === 'Removed' || type === null || typeOf(change.event) === type
    if (isAsked) yield nodeOfChange(change, viewer.userId)
  }
}

const nodeOfChange = (change: Change, viewer: string): ChangeNode => ({
  type: change.type,
  id: change.uid,
  node: change.type === 'Removed' ? null : nodeOfEvent(change.event, viewer),
})
