/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import { create, EVENTS, onEveryStore } from './harness.js'
import { openStream } from './stream-client.js'

const SECOND = '20270315T100000Z'
const SILENT = { participants_notification: 'NO_NOTIFICATION' }

onEveryStore('changes of a series', (world) => {
  const token = async (as = 'bob'): Promise<string> =>
    (await world().ask('GET /calendar/changes', { as })).body.next_token
  const told = async (since: string, query = '', as = 'bob') =>
    (await world().ask(`GET /calendar/changes?since=${since}${query}`, { as })).body.items.map(
      ({ type, id }: { type: string; id: string }) => `${type} ${id}`,
    )
  /** On four Mondays from 8 March on. */
  const add = (fields: object = {}) =>
    create(world().ask, {
      id: 's',
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'],
      participants: [{ user_id: 'bob' }, { user_id: 'cyd' }],
      ...fields,
    })
  const patch = (json: object, query = '') =>
    world().ask(`PATCH ${EVENTS}/s/occurrences/${SECOND}${query}`, { json })
  const on = (day: number) =>
    `&start_after=2027-03-${day}T00:00:00Z&start_before=2027-03-${day}T23:59:59Z`

  test('a change of one occurrence is an update of its series', async () => {
    await add()
    const since = await token()
    await patch({ title: 'Later' })

    expect(await told(since)).toEqual(['UPDATED s'])
  })

  test('a series is in a window when one of its occurrences is', async () => {
    const before = await token()
    await add()
    expect(await told(before, on(15))).toEqual(['CREATED s'])
    expect(await told(before, on(16))).toEqual([])

    const since = await token()
    const time_slot = { start: '2027-03-16T10:00:00Z', end: '2027-03-16T11:00:00Z' }
    await patch({ time_slot })
    expect(await told(since, on(15))).toEqual(['LEFT s'])
    expect(await told(since, on(16))).toEqual(['ENTERED s'])
    expect(await told(since, on(22))).toEqual(['UPDATED s'])
    await world().ask(`DELETE ${EVENTS}/s/occurrences/${SECOND}`)
    expect(await told(since, on(16))).toEqual([])
  })

  test('where the list is hidden, so are answers to one occurrence', async () => {
    await add({ show_participant_list: false })
    const tokens = { bob: await token(), cyd: await token('cyd') }
    const json = { rsvp_status: 'DECLINED', recurrence_id: SECOND }
    const { status } = await world().ask(`PUT ${EVENTS}/s/rsvp`, { as: 'cyd', json })

    expect(status).toBe(200)
    expect(await told(tokens.bob)).toEqual([])
    expect(await told(tokens.cyd, '', 'cyd')).toEqual(['UPDATED s'])
  })

  test('a split updates one series and creates another; in silence the stream has neither', async () => {
    await add()
    const since = await token()
    const { body } = await patch({ title: 'New' }, '?scope=following')
    expect((await told(since)).toSorted()).toEqual([`CREATED ${body.id}`, 'UPDATED s'].toSorted())
    const loud = await openStream(world().api, { lastEventId: since })
    expect((await loud.told(2)).toSorted()).toEqual((await told(since)).toSorted())
    await loud.leave()

    await add({ id: 'q' })
    const before = await token()
    const path = `${EVENTS}/q/occurrences/${SECOND}?scope=following`
    const quiet = await world().ask(`PATCH ${path}`, { json: { title: 'New', ...SILENT } })
    expect(quiet.status).toBe(200)
    await add({ id: 'after' })
    expect(await told(before)).toHaveLength(3)
    const stream = await openStream(world().api, { lastEventId: before })
    expect(await stream.told(1)).toEqual(['CREATED after'])
    await stream.leave()
  })

  test('a busy user is so at each occurrence', async () => {
    await add()
    await world().ask(`DELETE ${EVENTS}/s/occurrences/${SECOND}`)
    const range = 'start=2027-03-01T00:00:00Z&end=2027-04-01T00:00:00Z'
    const { body } = await world().ask(`GET /calendar/freebusy?user_id=ann&${range}`)

    expect(body.items[0].busy.map(({ start }: { start: string }) => start)).toEqual([
      '2027-03-08T10:00:00Z',
      '2027-03-22T10:00:00Z',
      '2027-03-29T10:00:00Z',
    ])
  })
})
