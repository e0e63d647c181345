import type { Problem } from '../../event/index.js'
import { isWebUrl, textProblems } from '../../event/index.js'
import { MAX_INSTANT, MIN_INSTANT } from '../../time/index.js'
import { jsonProblems } from '../json-problems.js'
import type { ScheduleBot } from './schedule-bot-request.js'

/** So many values and characters the metadata of a bot may have together. */
const MOST_METADATA = 10_000

/** What is wrong with what is said of a new bot. */
export const botProblems = ({
  tenantId,
  actor,
  meetingUrl,
  joinAt,
  metadata,
}: Fields): readonly Problem[] => [
  ...textProblems(['tenantId'], tenantId, ID_BOUNDS),
  ...textProblems(['actor'], actor, ID_BOUNDS),
  ...(meetingUrl === undefined || isWebUrl(meetingUrl) ? [] : malformed('meetingUrl')),
  ...(joinAt === undefined || isInstant(joinAt) ? [] : [outOfRange]),
  ...(metadata === undefined ? [] : metadataProblems(metadata)),
]

type Fields = Pick<ScheduleBot, 'tenantId' | 'actor' | 'meetingUrl' | 'joinAt' | 'metadata'>

const ID_BOUNDS = { atMost: 200, empty: 'Refused' } as const

const malformed = (field: string): readonly Problem[] => [{ path: [field], reason: 'Malformed' }]

const outOfRange: Problem = { path: ['joinAt'], reason: 'OutOfRange' }

const isInstant = (at: number): boolean =>
  Number.isInteger(at) && at >= MIN_INSTANT && at <= MAX_INSTANT

const metadataProblems = (metadata: unknown): readonly Problem[] =>
  typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)
    ? malformed('metadata')
    : jsonProblems(['metadata'], [metadata], MOST_METADATA)
