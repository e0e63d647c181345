import * as E from 'fp-ts/lib/Either.js'
import type { EventLimits, Problem } from '../event/index.js'
import { textProblems } from '../event/index.js'
import { parseStamp, roundDown } from '../time/index.js'
import type { Fact } from '../training/index.js'
import { MOST_SPOTS } from '../training/index.js'

/** What is wrong with a fact; nothing is wrong with one that can be ingested. */
export const factProblems = (fact: Fact, limits: EventLimits): readonly Problem[] => [
  ...idProblems(['id'], fact.id),
  ...fieldProblems(fact, limits),
]

const fieldProblems = (fact: Fact, limits: EventLimits): readonly Problem[] => {
  switch (fact.type) {
    case 'LiveSessionScheduled':
      return [
        ...idProblems(['liveSessionId'], fact.liveSessionId),
        ...(fact.trainingId === undefined ? [] : idProblems(['trainingId'], fact.trainingId)),
        ...titleProblems(fact.title, limits),
        ...timeProblems([], fact),
        ...learnersProblems(fact.learners),
      ]
    case 'LiveSessionCancelled':
      return idProblems(['liveSessionId'], fact.liveSessionId)
    case 'BucketPublished':
      return [
        ...idProblems(['bucketId'], fact.bucketId),
        ...idProblems(['trainingId'], fact.trainingId),
        ...titleProblems(fact.title, limits),
        ...spotsProblems(fact.spots),
      ]
    case 'SpotWithdrawn':
      return [...idProblems(['bucketId'], fact.bucketId), ...idProblems(['spotId'], fact.spotId)]
    case 'TrainingStarted':
      return [
        ...idProblems(['trainingId'], fact.trainingId),
        ...idProblems(['learnerId'], fact.learnerId),
      ]
  }
}

type Path = readonly string[]

const idProblems = (path: Path, id: string) =>
  textProblems(path, id, { atMost: 200, empty: 'Refused' })

const titleProblems = (title: string, { titleLength }: EventLimits) =>
  textProblems(['title'], title, { atMost: titleLength, empty: 'Refused' })

interface Times {
  readonly start: string
  readonly end: string
}

const timeProblems = (path: Path, { start, end }: Times): readonly Problem[] => {
  const [from, to] = [parseStamp(start), parseStamp(end)]
  const bad = (name: string): Problem => ({ path: [...path, name], reason: 'NotATimestamp' })
  if (E.isLeft(from) || E.isLeft(to)) {
    return [...(E.isLeft(from) ? [bad('start')] : []), ...(E.isLeft(to) ? [bad('end')] : [])]
  }
  return roundDown(to.right) < roundDown(from.right)
    ? [{ path: [...path, 'end'], reason: 'OutOfRange' }]
    : []
}

/** So many learners one live session may have. */
const MOST_LEARNERS = 1000

const learnersProblems = (learners: readonly string[]): readonly Problem[] =>
  learners.length > MOST_LEARNERS
    ? [{ path: ['learners'], reason: 'TooMany', limit: MOST_LEARNERS }]
    : learners.flatMap((learner, index) => idProblems(['learners', String(index)], learner))

type Spots = Extract<Fact, { type: 'BucketPublished' }>['spots']

const MOST_PLACES = 100_000

const spotsProblems = (spots: Spots): readonly Problem[] => {
  if (spots.length > MOST_SPOTS) {
    return [{ path: ['spots'], reason: 'TooMany', limit: MOST_SPOTS }]
  }
  const ids = spots.map(({ spotId }) => spotId)
  return spots.flatMap((spot, index) => {
    const path = ['spots', String(index)]
    const { spotId, capacity } = spot
    const fits = Number.isInteger(capacity) && capacity >= 1 && capacity <= MOST_PLACES
    return [
      ...idProblems([...path, 'spotId'], spotId),
      ...(ids.indexOf(spotId) === index
        ? []
        : [{ path: [...path, 'spotId'], reason: 'Taken' } as const]),
      ...timeProblems(path, spot),
      ...(fits ? [] : [{ path: [...path, 'capacity'], reason: 'OutOfRange' } as const]),
    ]
  })
}
