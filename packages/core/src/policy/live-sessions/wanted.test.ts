import { describe, expect, test } from 'vitest'
import type { Spot, TrainingState } from '../../training/index.js'
import { isGeneratedUid, sessionUid, sessionWanted, spotUid, spotWanted } from './wanted.js'

const planned = {
  type: 'Session',
  session: { liveSessionId: 'l1', title: 'Welcome', start: 0, end: 1, learners: ['ann'] },
  cancelled: 'Planned',
  facts: new Set<string>(),
} as const satisfies TrainingState

describe('sessionWanted', () => {
  test('is in the lists of its learners, and nobody registers for it', () => {
    expect(sessionWanted(planned)).toEqual({
      uid: sessionUid('l1'),
      kind: 'LiveSession',
      spot: null,
      title: 'Welcome',
      start: 0,
      end: 1,
      status: 'Confirmed',
      audience: ['ann'],
      registered: null,
    })
  })

  test('is cancelled with its session', () => {
    expect(sessionWanted({ ...planned, cancelled: 'Cancelled' })?.status).toBe('Cancelled')
  })

  test('is nothing while only its cancellation is known, and no other stream has one', () => {
    expect(sessionWanted({ ...planned, session: null, cancelled: 'Cancelled' })).toBeNull()
    expect(sessionWanted({ type: 'Absent', facts: new Set() })).toBeNull()
  })
})

describe('spotWanted', () => {
  const spot: Spot = {
    ...{ bucketId: 'b1', spotId: 's1', title: 'Coaching', start: 0, end: 1, capacity: 2 },
    registered: ['bob'],
    withdrawn: 'Offered',
  }
  const learners = new Set(['ann', 'bob'])

  test('an open one is in the lists of who took it and of all learners, each once', () => {
    expect(spotWanted('t1', learners, spot)).toEqual({
      uid: spotUid(spot),
      kind: 'LiveSessionSpot',
      spot: { trainingId: 't1', bucketId: 'b1', spotId: 's1' },
      title: 'Coaching',
      start: 0,
      end: 1,
      status: 'Confirmed',
      audience: ['bob', 'ann'],
      registered: ['bob'],
    })
  })

  test('a full or withdrawn one is in the lists of who took it', () => {
    for (const closed of [{ capacity: 1 }, { withdrawn: 'Withdrawn' as const }]) {
      expect(spotWanted('t1', learners, { ...spot, ...closed }).audience).toEqual(['bob'])
    }
  })
})

describe('uids of live sessions and spots', () => {
  test('are the same for all time', () => {
    expect(sessionUid('l1')).toBe('live-session-b9c8b9ef773bb3c68301d78e3e34e80195b0c1b6')
    expect(spotUid({ bucketId: 'b1', spotId: 's1' })).toBe(
      'live-session-f7972369b324f633418f6b2933aae7b472375b95',
    )
  })

  test('are told from all others, and no two things share one', () => {
    const uids = [
      sessionUid('b1'),
      spotUid({ bucketId: 'b1', spotId: 's1' }),
      spotUid({ bucketId: 's1', spotId: 'b1' }),
      spotUid({ bucketId: 'b', spotId: '1s1' }),
    ]
    expect(new Set(uids).size).toBe(uids.length)
    expect(uids.every(isGeneratedUid)).toBe(true)
    expect(['e1', 'my-live-session-x'].some(isGeneratedUid)).toBe(false)
  })
})
