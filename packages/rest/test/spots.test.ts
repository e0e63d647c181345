import { spotUid } from '@kalends/core'
import { expect, test } from 'vitest'
import { backends, EVENTS, serve } from './harness.js'

const times = { start: '2027-03-08T10:00:00Z', end: '2027-03-08T11:00:00Z' }

test.each(backends)(
  'PUT rsvp of a live-session spot takes its place or gives it back, as capacity allows ($name)',
  async (backend) => {
    const { ask, calendar, close } = await serve(backend)
    const ingest = (fact: Parameters<typeof calendar.promises.ingest>[0]['fact']) =>
      calendar.promises.ingest({ tenantId: 'demo', fact })
    for (const learnerId of ['ann', 'bob']) {
      await ingest({ type: 'TrainingStarted', id: learnerId, trainingId: 't1', learnerId })
    }
    const spots = [{ spotId: 's1', ...times, capacity: 1 }]
    const bucket = { bucketId: 'b1', trainingId: 't1', title: 'Coaching', spots }
    await ingest({ type: 'BucketPublished', id: 'f1', ...bucket })
    const route = `${EVENTS}/${spotUid({ bucketId: 'b1', spotId: 's1' })}`
    const answer = async (as: string, rsvp_status: string) => {
      const { status, text } = await ask(`PUT ${route}/rsvp`, { as, json: { rsvp_status } })
      const { code } = JSON.parse(text) as { readonly code?: string }
      return [status, code].filter(Boolean).join(' ')
    }
    expect(await answer('ann', 'ACCEPTED')).toBe('200')
    expect(await answer('bob', 'ACCEPTED')).toBe('409 SPOT_FULL')
    expect(await answer('bob', 'DECLINED')).toBe('404 NOT_FOUND')
    expect(await answer('cyd', 'ACCEPTED')).toBe('404 NOT_FOUND')
    expect((await ask(`GET ${route}`, { as: 'bob' })).status).toBe(404)
    expect(await answer('ann', 'DECLINED')).toBe('200')
    expect(await answer('bob', 'ACCEPTED')).toBe('200')
    await ingest({ type: 'SpotWithdrawn', id: 'f2', bucketId: 'b1', spotId: 's1' })
    expect(await answer('ann', 'ACCEPTED')).toBe('409 SPOT_CLOSED')
    expect(await answer('bob', 'DECLINED')).toBe('200')
    expect((await ask(`GET ${route}`, { as: 'bob' })).status).toBe(404)
    await close()
  },
)
