import type { CommandFailure } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Detecting, DetectionError } from './detecting.js'
import { plainText } from './plain-text.js'
import type { Written } from './written.js'

/** What a detector is given at most, in UTF-16 units. */
const LONGEST_TEXT = 10_000

/** Detects the language of one body and records it. Only a failure that may pass is a failure. */
export const recordLanguage = async (
  detecting: Detecting,
  { recorded, body, bodyRevision }: Written,
): Promise<E.Either<DetectionError['failure'], void>> => {
  const { calendar, detect, name, onError } = detecting
  const { tenantId, streamId: uid, eventId: causationId, correlationId } = recorded
  const giveUp = (failure: DetectionError['failure']) => {
    onError({ type: 'DetectionError', tenantId, failure })
    return E.right(undefined)
  }
  const language = await detect(plainText(body, LONGEST_TEXT))()
  if (E.isLeft(language)) {
    return language.left.type === 'Permanent' ? giveUp(language.left) : language
  }
  if (language.right === null) return E.right(undefined)
  const executed = await calendar.execute({
    type: 'RecordLanguage',
    tenantId,
    actor: name,
    uid,
    language: language.right,
    bodyRevision,
    causationId,
    ...(correlationId === null ? {} : { correlationId }),
  })()
  if (E.isRight(executed)) return E.right(undefined)
  return mayPass(executed.left) ? executed : giveUp(executed.left)
}

const mayPass = ({ type }: CommandFailure): boolean => {
  switch (type) {
    case 'StoreFailure':
    case 'DirectoryFailure':
    case 'VersionConflict':
      return true
    case 'Rejected':
    case 'CommandIdReused':
    case 'DuplicateEventId':
      return false
  }
}
