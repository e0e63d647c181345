import type { AnswerEvent, CancelEvent, CreateEvent, LocalDate } from '@kalends/core'
import { addDays, daysOfLocalDate } from '@kalends/core'
import { DEMO_TENANT } from './token.js'

/** A command of the sample calendar. */
export type SampleCommand = CreateEvent | AnswerEvent | CancelEvent

/** A small team's week around `today`, as commands in the order in which they happen. */
export const sampleOf = (today: LocalDate): readonly SampleCommand[] => [
  ...standups(today),
  ...meetings(today),
  ...answers(today),
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

const users = (...userIds: readonly string[]) => userIds.map((userId) => ({ userId }))

const standups = (today: LocalDate): readonly SampleCommand[] =>
  [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6]
    .map((days) => addDays(today, days))
    .filter(isWorkday)
    .map((date) =>
      create('ann', `standup-${date}`, {
        title: 'Stand-up',
        timeSlot: slot(date, ['09:30', '09:45'], BERLIN),
        location: 'Room Tempelhof',
        participants: [{ channelId: 'team' }],
      }),
    )

/** Day 0 of the epoch was a Thursday. */
const isWorkday = (date: LocalDate): boolean => (daysOfLocalDate(date) + 3) % 7 < 5

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
  answered: Pick<AnswerEvent, 'status' | 'comment'>,
): AnswerEvent => ({
  type: 'AnswerEvent',
  tenantId: DEMO_TENANT,
  actor,
  uid,
  commandId: `sample-${uid}`,
  ...answered,
})

const answers = (today: LocalDate): readonly SampleCommand[] => [
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
  ...standups(today).flatMap(({ uid }) =>
    uid === undefined ? [] : [answer('bob', uid, { status: 'Accepted' })],
  ),
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
