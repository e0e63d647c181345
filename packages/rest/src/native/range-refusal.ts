import { endsBeforeItStarts } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../problem/index.js'
import { refused } from '../problem/index.js'
import type { EventPatch } from './event-patch.js'

/** A patch of both edges can be in the wrong order whatever is stored. */
export const rangeRefusal = ({ time_slot: slot }: EventPatch): TE.TaskEither<Failure, void> =>
  slot !== undefined && endsBeforeItStarts(slot)
    ? TE.left(refused({ code: 'INVALID_TIME_RANGE' }))
    : TE.right(undefined)
