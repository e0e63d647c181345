import { type Logger, pino } from 'pino'

/**
 * A structured log on standard output, one line of JSON each.
 *
 * Lines are ASCII: what else an id may hold, such as characters that turn the writing direction, is
 * escaped as JSON escapes it.
 */
export const newLog = (level: string): Logger => {
  const out = pino.destination({ fd: 1, sync: true })
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line) => void out.write(asciiLine(line)) },
  )
}

const asciiLine = (line: string): string =>
  line.replace(
    /[^\x20-\x7e\n]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
