import type { DomainEvent } from '@kalends/core'
import { aggregates } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import type { StoredLog } from '../src/index.js'
import { codecLaws, tokenLaws, upcastLaws } from '../src/index.js'
import { foldedGolden, goldenStreams, storedLogOf } from './golden-logs.js'
import { holds } from './rejects.js'
import { coreSealing, storedEvents, storedStates } from './stored-forms.js'
import { suite } from './suite.js'

suite(codecLaws, { 'domain events': storedEvents, states: storedStates })
suite(tokenLaws, { core: coreSealing })

const { event, calendar, bookmark, training } = aggregates
const events = storedLogOf(event, goldenStreams('event'), foldedGolden('event'))
const calendars = storedLogOf(calendar, goldenStreams('calendar'), foldedGolden('calendar'))
const bookmarks = storedLogOf(bookmark, goldenStreams('bookmark'), foldedGolden('bookmark'))
const trainings = storedLogOf(training, goldenStreams('training'), foldedGolden('training'))

suite(upcastLaws<DomainEvent>(), { 'calendar events': events }, 30)

const certified = <H>(name: string, log: StoredLog<H>): void => {
  for (const { title, law } of upcastLaws<H>()) test(`${title}: ${name}`, () => holds(law(log), 10))
}

certified('calendars', calendars)
certified('bookmarks', bookmarks)
certified('trainings', trainings)

const foldsOf = <H>({ golden, read, fold }: StoredLog<H>): readonly unknown[] =>
  golden.map((stream) =>
    fold(
      stream.events.flatMap((each) => {
        const happened = read(each)
        return E.isRight(happened) ? [happened.right] : []
      }),
    ),
  )

test('the golden logs fold to fixtures/folds.golden.json; `--update` writes down what was added', async () => {
  const folds = {
    event: foldsOf(events),
    calendar: foldsOf(calendars),
    bookmark: foldsOf(bookmarks),
    training: foldsOf(trainings),
  }
  await expect(`${JSON.stringify(folds, null, 1)}\n`).toMatchFileSnapshot(
    'fixtures/folds.golden.json',
  )
})
