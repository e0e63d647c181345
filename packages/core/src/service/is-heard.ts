import type { DomainEvent } from '../event/index.js'
import type { RecordedOf } from '../ports/index.js'

/**
 * Whether live onlookers are told of a domain event: not when it was done in silence, nor when it only says in which
 * language a description is that was, nor when it begins a series that was split off so.
 *
 * `history` is that of its event, and for the beginning of a series also that of the one it was split off.
 */
export const isHeard = (
  { happened, streamId }: RecordedOf<'event'>,
  history: readonly RecordedOf<'event'>[],
): boolean => {
  const causes = history.filter((earlier) => causesIn(earlier, { happened, streamId }))
  return !isSilent(happened) && !causes.some((cause) => isSilent(cause.happened))
}

type Placed = Pick<RecordedOf<'event'>, 'happened' | 'streamId'>

/** Whether `earlier` is why `later`, which cannot say itself whether it is silent, was done. */
const causesIn = (earlier: Placed, later: Placed): boolean => {
  const [cause, effect] = [earlier.happened, later.happened]
  if (effect.type === 'LanguageDetected') {
    const sameEvent = earlier.streamId === later.streamId
    return sameEvent && cause.type === 'Described' && cause.revision === effect.bodyRevision
  }
  return (
    effect.type === 'SplitOff' && cause.type === 'SeriesSplit' && cause.followedBy === effect.uid
  )
}

const isSilent = (happened: DomainEvent): boolean => 'silent' in happened && happened.silent
