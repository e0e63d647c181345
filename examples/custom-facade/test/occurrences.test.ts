import {
  createCalendar,
  localDateTimeOfMs,
  overlapping,
  printRecurrenceId,
  TimeZoneId,
  zoneOf,
} from '@kalends/core'
import { iCalendarEvents } from '@kalends/sources'
import { memoryStore } from '@kalends/storage-memory'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { opened, TENANT } from './given.js'

const FROM = Date.UTC(2027, 0, 1)
const TO = Date.UTC(2028, 0, 1)
const DAY_MS = 86_400_000

/** What ical.js shows of a feed in 2027, by its VTIMEZONEs, its own reading of rules and its own exceptions. */
const shownByIcalJs = (text: string): readonly number[] => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const vevents = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
  const starts = vevents.filter((each) => !each.isRecurrenceException()).flatMap(startsOf)
  return starts.filter((start) => start >= FROM && start < TO).toSorted((a, b) => a - b)
}

/** What the types of ical.js leave open. */
interface Iterated {
  readonly next: () => ICAL.Time | undefined
}
interface Detailing {
  readonly getOccurrenceDetails: (at: ICAL.Time) => {
    readonly item: ICAL.Event
    readonly startDate: ICAL.Time
  }
}

const startsOf = (event: ICAL.Event): readonly number[] => {
  const starts: number[] = []
  const iterator: Iterated = event.iterator()
  for (;;) {
    const next = iterator.next()
    if (next === undefined) return starts
    const { item, startDate } = (event as unknown as Detailing).getOccurrenceDetails(next)
    const status = item.component.getFirstPropertyValue('status')
    if (status !== 'CANCELLED') starts.push(startDate.toUnixTime() * 1000)
  }
}

type List = ReturnType<typeof opened>['list']

/** What core lists. */
const listed = async (list: List) => {
  const filter = { window: overlapping(FROM, TO) }
  return (await list({ viewer: { tenantId: TENANT, userId: 'ann' }, filter, limit: 2000 })).items
}

const shown = ({ start, end, recurrenceId, event }: Awaited<ReturnType<typeof listed>>[number]) =>
  `${localDateTimeOfMs(start)} ${localDateTimeOfMs(end)} ${recurrenceId} ${event.title}`

/** The evenings before the clock changes, by zone. */
const NIGHTS = {
  'America/New_York': ['03-13', '11-06'],
  'Europe/Berlin': ['03-27', '10-30'],
  'Europe/Dublin': ['03-27', '10-30'],
  'Australia/Lord_Howe': ['04-03', '10-02'],
  'America/Santiago': ['04-02', '09-04'],
  'Asia/Beirut': ['03-27', '10-30'],
  'Africa/Casablanca': ['02-06', '03-13'],
  'Asia/Kathmandu': ['03-13', '11-06'],
} as const

const ZONES = Object.keys(NIGHTS) as (keyof typeof NIGHTS)[]

const HOURS = ['00:00', '00:45', '01:30', '02:15', '03:00', '23:30']

const zoneNamed = (name: string) => {
  if (!TimeZoneId.is(name)) throw new Error(name)
  return zoneOf(name)
}

/** Whether a clock shows a reading exactly once: ical.js reads others its own way, and not as the RFC asks. */
const isPlain = (name: string, localMs: number): boolean => {
  const zone = zoneNamed(name)
  const instant = zone.instantOf(localMs)
  const again = [1, 2].some((halves) => zone.localMsOf(instant + halves * 1_800_000) === localMs)
  return zone.localMsOf(instant) === localMs && !again
}

/** Five days each, of which the fourth is cancelled and the fifth moved. */
const filled = async (timeZone: keyof typeof NIGHTS, readings: 'Any' | 'Plain') => {
  const given = opened()
  const starts = NIGHTS[timeZone].flatMap((night) =>
    HOURS.map((hour) => `2027-${night}T${hour}:00`),
  )
  for (const [index, start] of starts.entries()) {
    const localMs = Date.parse(`${start}Z`)
    const days = [0, 1, 2, 3, 4].map((nr) => localMs + nr * DAY_MS)
    if (readings === 'Plain' && !days.every((each) => isPlain(timeZone, each))) continue
    const asked = { tenantId: TENANT, actor: 'ann', uid: `e${index}` } as const
    const timeSlot = { start, end: localDateTimeOfMs(localMs + 1_800_000), timeZone }
    const recurrence = ['RRULE:FREQ=DAILY;COUNT=5']
    await given.execute({ ...asked, type: 'CreateEvent', title: 'Night', timeSlot, recurrence })
    const { time } = await given.get({
      viewer: { tenantId: TENANT, userId: 'ann' },
      uid: `e${index}`,
    })
    const idOf = (nr: number) => printRecurrenceId(localDateTimeOfMs(days[nr] ?? 0), time)
    await given.execute({ ...asked, type: 'CancelOccurrence', recurrenceId: idOf(3) })
    const moved = { start: `${start.slice(0, 11)}12:00:00`, end: `${start.slice(0, 11)}13:00:00` }
    const changes = { title: 'Later', timeSlot: moved }
    await given.execute({ ...asked, type: 'PatchOccurrence', recurrenceId: idOf(4), changes })
  }
  return given
}

describe.each(ZONES)('around the nights of %s', (timeZone) => {
  test('ical.js shows what core lists', async () => {
    const { list, feed } = await filled(timeZone, 'Plain')
    const starts = (await listed(list)).map(({ start }) => start)
    expect(starts.length).toBeGreaterThan(15)
    expect(shownByIcalJs(await feed('ann'))).toEqual(starts)
  })

  test('an import of the feed lists the same, also what a clock shows twice or never', async () => {
    const { list, feed } = await filled(timeZone, 'Any')
    const context = { tenantId: TENANT, actor: 'ann' }
    const { commands, refused } = iCalendarEvents(await feed('ann'), context)
    const other = createCalendar({ store: memoryStore() }).promises
    for (const command of commands) await other.execute(command)
    const [there, here] = [await listed(other.list), await listed(list)]
    expect(refused).toEqual([])
    expect(here).toHaveLength(48)
    expect(there.map(shown).toSorted()).toEqual(here.map(shown).toSorted())
  })
})
