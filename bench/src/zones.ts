import * as E from 'fp-ts/lib/Either.js'
import { TimeZoneId, zoneOf } from '@kalends/core'
import { sideBySide } from './side-by-side.js'

const COUNT = 1000

/** A thousand conversions from an instant to a local reading: the zone table beside the platform's Intl. */
export const zones = async (): Promise<void> => {
  const decoded = TimeZoneId.decode('America/New_York')
  if (E.isLeft(decoded)) throw new Error('no such zone')
  const zone = zoneOf(decoded.right)
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/New_York',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const instants = Array.from({ length: COUNT }, (_, index) => 1.6e12 + index * 3.7e8)
  const sink: number[] = []
  const medians = await sideBySide([
    {
      name: 'zone table',
      run: () => {
        for (const [index, at] of instants.entries()) sink[index] = zone.localMsOf(at)
      },
    },
    {
      name: 'Intl.DateTimeFormat.formatToParts',
      run: () => {
        for (const [index, at] of instants.entries()) sink[index] = format.formatToParts(at).length
      },
    },
  ])
  console.log('1,000 instants to local readings, p50')
  const ours = medians.get('zone table') ?? Number.NaN
  for (const [name, us] of medians) {
    console.log(`  ${name}: ${us.toFixed(1)} us, ${(us / ours).toFixed(0)}x`)
  }
}
