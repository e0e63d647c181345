import { expect, test } from 'vitest'
import { yearStart } from './calendar.js'
import { yearOfDay } from './years.js'

test('yearOfDay: the first and the last day of each year from 1 to 9999 are its own', () => {
  for (let year = 1; year <= 9999; year += 1) {
    const first = yearStart(year)
    if (yearOfDay(first) !== year || yearOfDay(yearStart(year + 1) - 1) !== year)
      expect.fail(`${year}`)
  }
})
