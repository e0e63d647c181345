import type { CalendarService, Checkpoints } from '@kalends/core'
import { DAY_MS, KalendsError, localDateOfDays } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { sampleOf } from './sample.js'
import { DEMO_TENANT } from './token.js'

const CONSUMER = 'demo-seed'

/**
 * Fills the demo tenant with the sample calendar, once for each database.
 *
 * A seeding that was cut short goes on at the next start: ids make what was done happen once.
 */
export const seedOnce = async (
  calendar: CalendarService,
  checkpoints: Checkpoints,
  nowMs: number,
): Promise<void> => {
  const seeded = await checkpoints.position(CONSUMER, DEMO_TENANT)()
  if (E.isLeft(seeded)) throw new KalendsError(seeded.left)
  if (seeded.right > 0) return
  let position = 0
  for (const command of sampleOf(localDateOfDays(Math.floor(nowMs / DAY_MS)))) {
    position = (await calendar.promises.execute(command)).position
  }
  const advanced = await checkpoints.advance(CONSUMER, DEMO_TENANT, position)()
  if (E.isLeft(advanced)) throw new KalendsError(advanced.left)
}
