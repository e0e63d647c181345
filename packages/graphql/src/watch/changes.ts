import type { Change, Watch } from '@kalends/core'
import type { Context } from '../context/context.js'
import type { EventNode } from '../event/event-node.js'
import { nodeOfEvent } from '../event/event-node.js'

/** A change of the viewer's calendar. */
export interface ChangeNode {
  readonly type: Change['type']
  readonly id: string
  /** Null for what is the viewer's no more. */
  readonly node: EventNode | null
}

/**
 * The changes of a watch, until the caller leaves, the host stops, or its time is over.
 *
 * Holds no listener before it is first asked, and none after it ended.
 */
export async function* changesOf(
  watch: Watch,
  { parts, viewer, leaving }: Context,
): AsyncGenerator<ChangeNode, void, undefined> {
  const { stopping, limits } = parts
  const signal = AbortSignal.any([
    leaving(),
    AbortSignal.timeout(limits.subscriptionMs),
    ...(stopping === null ? [] : [stopping]),
  ])
  for await (const { change } of watch.begin(signal)) {
    if (change !== null) yield nodeOfChange(change, viewer.userId)
  }
}

const nodeOfChange = (change: Change, viewer: string): ChangeNode => ({
  type: change.type,
  id: change.uid,
  node: change.type === 'Removed' ? null : nodeOfEvent(change.event, viewer),
})
