import type {
  AnswerEvent,
  CancelEvent,
  CancelOccurrence,
  CreateEvent,
  LocalDate,
  PatchOccurrence,
} from '@kalends/core'
import { addDays, daysOfLocalDate, formatInstantUtc, mergeTime } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { DEMO_TENANT } from './token.js'

/** A command of the sample calendar. */
export type SampleCommand =
  CreateEvent | AnswerEvent | CancelEvent | PatchOccurrence | CancelOccurrence

/** A small team's week around `today`, as commands in the order in which they happen. */
export const sampleOf = (today: LocalDate): readonly SampleCommand[] => [
  ...series(today),
  ...meetings(today),
  ...answers(),
  ...exceptions(today),
]

const BERLIN = 'Europe/Berlin'
const NEW_YORK = 'America/New_York'

const create = (
  actor: string,
  uid: string,
  fields: Omit<CreateEvent, 'type' | 'tenantId' | 'actor' | 'uid'>,
): CreateEvent => ({ type: 'CreateEvent', tenantId: DEMO_TENANT, actor, uid, ...fields })

const slot = (date: LocalDate, [start, end]: readonly [string, string], timeZone: string) => ({
  start: `${date}T${start}:00`,
  end: `${date}T${end}:00`,
  timeZone,
})

/** What wires call the occurrence that begins then: its start in UTC. */
const occurrenceId = (date: LocalDate, time: string, timeZone: string): string => {
  const slotThen = mergeTime(null, slot(date, [time, time], timeZone))
  if (E.isLeft(slotThen) || slotThen.right.type === 'AllDay') throw new Error(`${date}T${time}`)
  return formatInstantUtc(slotThen.right.start).replace(/[-:]/g, '')
}

const users = (...userIds: readonly string[]) => userIds.map((userId) => ({ userId }))

/** What repeats for five weeks, each in its own zone. */
const series = (today: LocalDate): readonly SampleCommand[] => [
  create('ann', 'standup', {
    title: 'Stand-up',
    timeSlot: slot(mondayBefore(today), ['09:30', '09:45'], BERLIN),
    recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=25'],
    location: 'Room Tempelhof',
    participants: [{ channelId: 'team' }],
  }),
  create('cyd', 'northwind-weekly', {
    title: 'Northwind weekly',
    timeSlot: slot(addDays(mondayBefore(today), 3), ['11:00', '11:30'], NEW_YORK),
    recurrence: ['RRULE:FREQ=WEEKLY;COUNT=5'],
    participants: users('ann', 'bob'),
  }),
  create('bob', 'tokyo-sync', {
    title: 'Sync with Tokyo',
    timeSlot: slot(addDays(mondayBefore(today), 1), ['17:00', '17:30'], 'Asia/Tokyo'),
    recurrence: [
      'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3',
      `RDATE;TZID=Asia/Tokyo:${basic(addDays(mondayBefore(today), 10))}T170000`,
    ],
    participants: users('ann'),
  }),
  create('dee', 'on-call', {
    title: 'On call: Dee',
    timeSlot: { start: mondayBefore(today), end: addDays(mondayBefore(today), 5), allDay: true },
    recurrence: ['RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3'],
    participants: [{ channelId: 'team' }],
  }),
]

/** The Monday of the week before `today`'s. Day 0 of the epoch was a Thursday. */
const mondayBefore = (today: LocalDate): LocalDate =>
  addDays(today, -7 - ((daysOfLocalDate(today) + 3) % 7))

const basic = (date: LocalDate): string => date.replaceAll('-', '')

/** What differs in single occurrences, of which ids are told in UTC; Berlin is ahead of it by one hour or two. */
const exceptions = (today: LocalDate): readonly SampleCommand[] => {
  const nextMonday = addDays(mondayBefore(today), 14)
  const idOn = (days: number) => occurrenceId(addDays(nextMonday, days), '09:30', BERLIN)
  return [
    {
      type: 'PatchOccurrence',
      tenantId: DEMO_TENANT,
      actor: 'ann',
      uid: 'standup',
      commandId: 'sample-standup-later',
      recurrenceId: idOn(0),
      changes: {
        title: 'Stand-up, after the long weekend',
        timeSlot: slot(nextMonday, ['11:00', '11:30'], BERLIN),
      },
    },
    {
      type: 'CancelOccurrence',
      tenantId: DEMO_TENANT,
      actor: 'ann',
      uid: 'standup',
      commandId: 'sample-standup-off',
      recurrenceId: idOn(4),
    },
    answer('bob', 'standup', { status: 'Declined', recurrenceId: idOn(1) }),
  ]
}

const meetings = (today: LocalDate): readonly SampleCommand[] => [
  create('dee', 'sprint-review', {
    title: 'Sprint-Review',
    timeSlot: slot(addDays(today, -1), ['15:00', '16:00'], BERLIN),
    body: { format: 'Html', content: REVIEW },
    participants: [{ channelId: 'team' }],
  }),
  create('bob', 'lunch', {
    title: 'Lunch at the market hall',
    timeSlot: slot(addDays(today, 1), ['12:30', '13:30'], BERLIN),
    location: 'Markthalle Neun, Berlin',
    participants: users('cyd', 'dee'),
  }),
  create('cyd', 'customer-call', {
    title: 'Call with Northwind',
    timeSlot: slot(addDays(today, 2), ['10:00', '11:00'], NEW_YORK),
    body: { format: 'Html', content: CALL },
    attachments: [
      {
        name: 'Northwind contract.pdf',
        url: 'https://files.example.com/northwind-contract.pdf',
        mimeType: 'application/pdf',
        sizeBytes: 184_320,
      },
    ],
    participants: users('ann', 'bob'),
  }),
  create('bob', 'vendor-demo', {
    title: 'Vendor demo',
    timeSlot: slot(addDays(today, 3), ['14:00', '15:00'], BERLIN),
    participants: [{ channelId: 'team' }],
  }),
  create('dee', 'quarterly-planning', {
    title: 'Quarterly planning',
    status: 'Tentative',
    timeSlot: slot(addDays(today, 4), ['13:00', '17:00'], BERLIN),
    body: { format: 'Html', content: PLANNING },
    participants: [{ channelId: 'team' }],
  }),
  create('ann', 'offsite', {
    title: 'Team offsite',
    timeSlot: { start: addDays(today, 5), end: addDays(today, 7), allDay: true },
    location: 'Lübbenau, Spreewald',
    body: { format: 'Html', content: OFFSITE },
    participants: [{ channelId: 'team' }, { userId: 'dee' }],
  }),
  create('ann', 'board-meeting', {
    title: 'Board meeting',
    timeSlot: slot(addDays(today, 6), ['16:00', '18:00'], NEW_YORK),
    showParticipantList: false,
    participants: [{ channelId: 'board' }],
  }),
]

const answer = (
  actor: string,
  uid: string,
  answered: Pick<AnswerEvent, 'status' | 'comment' | 'recurrenceId'>,
): AnswerEvent => ({
  type: 'AnswerEvent',
  tenantId: DEMO_TENANT,
  actor,
  uid,
  commandId: `sample-${uid}-${answered.recurrenceId ?? 'all'}`,
  ...answered,
})

const answers = (): readonly SampleCommand[] => [
  answer('bob', 'standup', { status: 'Accepted' }),
  answer('cyd', 'standup', { status: 'Accepted' }),
  answer('ann', 'northwind-weekly', { status: 'Tentative' }),
  answer('ann', 'tokyo-sync', { status: 'Accepted' }),
  answer('ann', 'sprint-review', { status: 'Accepted' }),
  answer('bob', 'sprint-review', { status: 'Accepted' }),
  answer('cyd', 'lunch', { status: 'Accepted' }),
  answer('dee', 'lunch', { status: 'Declined', comment: 'At the dentist, enjoy!' }),
  answer('ann', 'customer-call', { status: 'Accepted' }),
  answer('bob', 'customer-call', { status: 'Tentative', comment: 'Might join from the train.' }),
  answer('bob', 'quarterly-planning', { status: 'Tentative' }),
  answer('ann', 'quarterly-planning', { status: 'Accepted' }),
  answer('cyd', 'offsite', { status: 'Accepted' }),
  answer('bob', 'offsite', { status: 'Declined' }),
  { type: 'CancelEvent', tenantId: DEMO_TENANT, actor: 'bob', uid: 'vendor-demo' },
]

const REVIEW =
  '<p>Wir zeigen, was in den letzten <strong>zwei Wochen</strong> fertig geworden ist, und sammeln Rückmeldungen.</p>' +
  '<ul><li>Neue Kalenderansicht</li><li>Einladungen über Zeitzonen hinweg</li></ul>'

const CALL =
  '<p>Renewal of the contract. Please read the <strong>draft</strong> before the call.</p>' +
  '<ol><li>What changed since last year</li><li>Open questions about support</li><li>Next steps</li></ol>'

const PLANNING =
  '<p>We go over the roadmap for the coming quarter and decide together what we leave out.</p>'

const OFFSITE =
  '<p>Zwei Tage im Spreewald. Bitte bringt <em>bequeme Schuhe</em> und gute Laune mit, ' +
  'um das Essen kümmern wir uns.</p>'
