import type { Law } from './law.js'
import type { Json, JsonObject, Redaction } from './redaction.js'
import { nobodyIsNamed, redactingTwiceIsOnce, theRestStays } from './redaction.js'

const isObject = (answer: Json): answer is JsonObject =>
  answer !== null && typeof answer === 'object' && !Array.isArray(answer)

/** Takes names from the top of an answer, and leaves nested ones. REDACT-001 must reject it. */
export const redactsTheTopOnly = ({ personal }: Redaction): Redaction => ({
  personal,
  redact: (answer) =>
    isObject(answer)
      ? Object.fromEntries(Object.entries(answer).filter(([each]) => !personal.includes(each)))
      : answer,
})

/** Takes whoever attends for a name. REDACT-002 must reject it. */
export const redactsTooMuch = ({ personal, redact }: Redaction): Redaction => ({
  personal,
  redact: (answer) => {
    const redacted = redact(answer)
    if (!isObject(redacted)) return redacted
    const { attendees: _, ...rest } = redacted
    return rest
  },
})

/** Notes on an answer that it was redacted. REDACT-003 must reject it. */
export const signsEachTime = ({ personal, redact }: Redaction): Redaction => ({
  personal,
  redact: (answer) => {
    const redacted = redact(answer)
    if (!isObject(redacted) || JSON.stringify(redacted) === JSON.stringify(answer)) {
      return isObject(redacted) && 'redacted' in redacted
        ? { ...redacted, redacted: Number(redacted['redacted']) + 1 }
        : redacted
    }
    return { ...redacted, redacted: 1 }
  },
})

/** Every law of redactions. */
export const redactionLaws: readonly Law<Redaction>[] = [
  {
    title: 'REDACT-001 leaves no name, however deep',
    law: nobodyIsNamed,
    faults: { redactsTheTopOnly },
  },
  {
    title: 'REDACT-002 leaves everything else',
    law: theRestStays,
    faults: { redactsTooMuch },
  },
  {
    title: 'REDACT-003 does the same twice as once',
    law: redactingTwiceIsOnce,
    faults: { signsEachTime },
  },
]
