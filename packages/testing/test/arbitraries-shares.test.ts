import type { Command } from '@kalends/core'
import { DAY_MS, PUBLIC_AUDIENCE, zoneOf } from '@kalends/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonValue } from '../src/index.js'
import {
  askedOfTenant,
  attachments,
  body,
  boundedWindow,
  changes,
  classification,
  datedSet,
  edgeOf,
  eventTime,
  filterFor,
  frequencies,
  history,
  importSource,
  instantNear,
  interval,
  jsonWithoutNull,
  keysFor,
  listings,
  mergePatch,
  nights,
  nightSet,
  nearSet,
  provided,
  providerStamp,
  resetQuestion,
  seriesFor,
  seriesHistory,
  singlesFor,
  someText,
  timeSlot,
  viewerOf,
  whoseList,
  zoneNear,
} from '../src/index.js'
import { coreEngine } from './recurrence-engine.js'

const [night] = nights
if (night === undefined) throw new Error('no nights')

const sample = <A>(arbitrary: fc.Arbitrary<A>): readonly A[] =>
  fc.sample(arbitrary, { numRuns: 300, seed: 5545 })

/** Between which shares of the samples each thing must be. */
type Claims<A> = Readonly<
  Record<string, readonly [least: number, most: number, (each: A) => boolean]>
>

const shares = <A>(name: string, arbitrary: fc.Arbitrary<A>, claims: Claims<A>): void => {
  describe(name, () => {
    const samples = sample(arbitrary)
    test.each(Object.entries(claims))('%s', (_, [least, most, is]) => {
      const share = samples.filter(is).length / samples.length
      expect(share).toBeGreaterThanOrEqual(least)
      expect(share).toBeLessThanOrEqual(most)
    })
  })
}

shares('someText', someText(), {
  'has letters beyond ASCII': [0.2, 0.8, (text) => /[^\x20-\x7e]/.test(text)],
  'has quotes or line ends': [0.1, 0.5, (text) => /['"\r\n]/.test(text)],
})

shares('body', body(), {
  'is a Delta': [0.3, 0.7, ({ format }) => format === 'Delta'],
  'is HTML': [0.1, 0.4, ({ format }) => format === 'Html'],
})

shares('attachments', attachments(), {
  'are there': [0.4, 0.9, (links) => links.length > 0],
  'state a great size': [0.1, 0.6, (links) => links.some(({ sizeBytes }) => (sizeBytes ?? 0) > 1)],
})

shares('eventTime', eventTime(night), {
  'takes all day': [0.15, 0.45, ({ type }) => type === 'AllDay'],
  'is a point': [0.08, 0.4, ({ start, end }) => start === end],
  'is in the zone of the night': [0.3, 0.8, ({ timeZone }) => timeZone === night.timeZone],
})

shares('timeSlot', timeSlot(night), {
  'is whole': [0.4, 0.75, ({ start, end }) => start !== undefined && end !== undefined],
  'names an end alone': [0.05, 0.3, ({ start, end }) => start === undefined && end !== undefined],
})

shares('instantNear', instantNear(night), {
  'is beside the grid': [0.05, 0.3, (at) => at % 1_800_000 !== 0],
  'is within a day': [0.95, 1, (at) => Math.abs(at - night.around) <= DAY_MS + 1],
})

shares('zoneNear', zoneNear(night), {
  'is the zone of the night': [0.5, 0.85, (zone) => zone === night.timeZone],
})

shares('changes', changes(night), {
  'move the event': [0.3, 0.75, ({ timeSlot: slot }) => slot !== undefined],
  'are several': [0.2, 0.8, (changed) => Object.keys(changed).length > 1],
  cancel: [0.01, 0.2, ({ status }) => status === 'Cancelled'],
})

shares('viewerOf', viewerOf('demo'), {
  'sees nothing': [0.01, 0.12, ({ userId }) => userId === 'zoe'],
})

shares('interval', interval(), {
  'is a point': [0.3, 0.6, ({ start, end }) => start === end],
})

shares('edgeOf', edgeOf([10, 20]), {
  'is an edge': [0.3, 0.7, (at) => at === 10 || at === 20],
  'is beside one': [0.15, 0.5, (at) => [9, 11, 19, 21].includes(at)],
})

shares('boundedWindow', boundedWindow([10, 20]), {
  'has an open bound': [0.3, 0.8, (window) => JSON.stringify(window).includes('"closed":false')],
  'has several bounds': [0.15, 0.6, (window) => Object.keys(window).length > 1],
})

shares('filterFor', history({ minLength: 5 }).chain(filterFor), {
  'asks for public events': [0.2, 0.5, ({ audience }) => audience === 'Visible'],
  'asks for some answers': [0.15, 0.4, ({ answers }) => answers !== null],
  'lists the cancelled': [0.03, 0.2, ({ listing }) => listing === 'Cancelled'],
  descends: [0.35, 0.65, ({ direction }) => direction === 'Descending'],
  'has no bounds': [0.05, 0.35, ({ window }) => Object.keys(window).length === 0],
})

shares('listings', listings(), {
  'have others that are not the same': [1, 1, ({ others }) => others.length >= 3],
  'have small pages': [0.4, 0.9, ({ size }) => size <= 3],
})

shares('nearSet', nearSet(), {
  'has days by their number': [
    0.03,
    0.4,
    ({ set }) =>
      set.rules.some(({ byDay }) => byDay.some(({ nthOfPeriod }) => nthOfPeriod !== null)),
  ],
  'is in a zone': [0.3, 0.7, ({ set }) => set.start.type === 'Zoned'],
  'is within a day': [
    0.25,
    0.6,
    ({ set }) => set.rules.some(({ frequency }) => frequencies.indexOf(frequency) >= 4),
  ],
})

shares('datedSet', datedSet(), {
  'ends by a small COUNT': [
    0.35,
    0.7,
    ({ set }) => set.rules.some(({ count }) => (count ?? 99) < 16),
  ],
})

shares('nightSet', nightSet(), {
  'occurs where the clock skips or repeats': [
    0.2,
    0.95,
    ({ set, from, to }) => {
      const { start } = set
      if (start.type !== 'Zoned') return false
      const zone = zoneOf(start.timeZone)
      const all = coreEngine.open(set)?.within(from, to) ?? []
      return all.some((at) => zone.offsetMsAt(at - 7_200_000) !== zone.offsetMsAt(at + 7_200_000))
    },
  ],
})

shares('seriesHistory', seriesHistory(), {
  'holds a single event too': [
    0.1,
    0.9,
    ({ steps }) =>
      steps.some(({ happened }) => happened[0]?.type === 'Created' && happened.length === 1),
  ],
  'cancels an occurrence': [0.3, 1, ({ steps }) => has(steps, 'OccurrenceCancelled')],
  'answers an occurrence': [0.3, 1, ({ steps }) => has(steps, 'OccurrenceAnswered')],
})

shares('history', history({ minLength: 10 }), {
  'imports events': [0.4, 0.95, ({ steps }) => commands(steps, 'Import')],
  'has providers that call events off': [0.15, 0.7, ({ steps }) => commands(steps, 'CancelImport')],
  'has spots of trainings': [
    0.3,
    0.9,
    ({ steps }) => steps.some(({ command }) => hasSpot(command)),
  ],
  'has public events': [
    0.5,
    1,
    ({ steps }) =>
      steps.some(({ command }) => command.type === 'Create' && command.visibility === 'Public'),
  ],
})

const hasSpot = (command: Command): boolean =>
  command.type === 'Create' && command.classification?.kind === 'LiveSessionSpot'

const commands = (steps: readonly { readonly command: Command }[], type: Command['type']) =>
  steps.some(({ command }) => command.type === type)

shares('classification', classification(), {
  'is a spot': [0.3, 0.7, ({ spot }) => spot !== null],
  'is a live session': [0.1, 0.4, ({ kind }) => kind === 'LiveSession'],
})

shares('importSource', importSource(night.around), {
  'does not say when it was changed': [0.05, 0.4, ({ updatedAt }) => updatedAt === null],
  'has guests': [0.4, 0.9, ({ attendees }) => attendees.length > 0],
})

shares('provided', provided(eventTime(night), night.around), {
  'is off': [0.1, 0.4, ({ status }) => status === 'Cancelled'],
})

shares('providerStamp', providerStamp(night.around), {
  'is within the time of a history': [0.6, 1, (at) => at !== null && at >= night.around],
})

const short = history({ minLength: 5, maxLength: 10 })

shares('singlesFor', short.chain(singlesFor), {
  'reads on from a key': [0.2, 0.5, ({ from }) => from !== null],
  'is of an earlier position': [0.3, 0.7, ({ positionsAgo }) => positionsAgo > 0],
  'is of public events': [0.04, 0.2, ({ userId }) => userId === PUBLIC_AUDIENCE],
  'asks for all-day events': [0.15, 0.4, ({ time }) => time === 'AllDay'],
})

shares('seriesFor', seriesHistory().chain(seriesFor), {
  'is of an earlier position': [0.3, 0.7, ({ positionsAgo }) => positionsAgo > 0],
  'is of what was cancelled': [0.1, 0.4, ({ listing }) => listing === 'Cancelled'],
})

shares('keysFor', short.chain(keysFor), {
  'asks for several lists': [0.15, 0.5, ({ listings: lists }) => lists.length > 1],
  'skips some': [0.3, 0.6, ({ offset }) => offset > 0],
  'is cut': [0.3, 0.7, ({ limit }) => limit < 5],
})

shares('askedOfTenant', short.chain(askedOfTenant), {
  'is sorted by what was updated': [0.15, 0.35, ({ order }) => order === 'UpdatedAt'],
  'reads on behind a row': [0.3, 0.7, ({ afterNth }) => afterNth !== null],
  'is of one calendar': [0.15, 0.4, ({ filter }) => filter.calendarId !== null],
})

shares('whoseList', whoseList(), {
  'is that of public events': [0.04, 0.2, (userId) => userId === PUBLIC_AUDIENCE],
})

shares('mergePatch', mergePatch(), {
  'patches what is there': [
    0.12,
    0.9,
    ({ target, patch }) => namesIn(patch).some((name) => namesIn(target).includes(name)),
  ],
  'removes something': [0.1, 0.6, ({ patch }) => Object.values(patch ?? {}).includes(null)],
  'goes deeper': [0.1, 0.7, ({ patch }) => Object.values(patch ?? {}).some(isNested)],
})

shares('jsonWithoutNull', jsonWithoutNull(), {
  'has a null': [0, 0, (value) => JSON.stringify(value).includes('null')],
  'is an object': [0.3, 0.9, (value) => isNested(value)],
})

const namesIn = (value: JsonValue): readonly string[] =>
  isNested(value) ? Object.keys(value as object) : []

const isNested = (value: JsonValue): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

shares('resetQuestion', resetQuestion(), {
  'is asked for': [0.35, 0.65, ({ asked }) => asked],
  'is about one occurrence': [0.15, 0.6, ({ occurrence }) => occurrence !== null],
  'changes when something takes place': [
    0.2,
    0.9,
    ({ before, after }) => before.time !== after.time || before.overrides !== after.overrides,
  ],
})

const has = (
  steps: readonly { readonly happened: readonly { readonly type: string }[] }[],
  type: string,
): boolean => steps.some(({ happened }) => happened.some((each) => each.type === type))
