import type { RsvpResetPolicy } from '@kalends/core'
import { recurrenceIdOf } from '@kalends/core'
import type { Law } from './law.js'
import * as laws from './policy.js'

/** Spoils a policy. */
export type PolicyFault = (policy: RsvpResetPolicy) => RsvpResetPolicy

const spoiled =
  (spoil: (resets: RsvpResetPolicy['resets']) => RsvpResetPolicy['resets']): PolicyFault =>
  ({ name, resets }) => ({ name, resets: spoil(resets) })

/** Asks everyone again each third time that it is asked itself. POLICY-001 must reject it. */
export const losesPatience: PolicyFault = spoiled((resets) => {
  const asked = { count: 0 }
  return (question) => {
    asked.count += 1
    return asked.count % 4 === 3 && question.before !== question.after
      ? { type: 'Everyone' }
      : resets(question)
  }
})

/** Asks again only for what it finds significant itself. POLICY-002 must reject it. */
export const knowsBetter: PolicyFault = spoiled(
  (resets) => (question) => resets({ ...question, asked: false }),
)

/** Asks everyone again whenever it is asked. POLICY-003 must reject it. */
export const alwaysAsks: PolicyFault = spoiled(() => () => ({ type: 'Everyone' }))

/** Asks again for another title. POLICY-004 must reject it. */
export const readsTitles: PolicyFault = spoiled(
  (resets) => (question) =>
    question.before.title === question.after.title ? resets(question) : { type: 'Everyone' },
)

/** Asks about an occurrence that nobody has. POLICY-005 must reject it. */
export const asksAboutNothing: PolicyFault = spoiled((resets) => (question) => {
  const reset = resets(question)
  return reset.type === 'Occurrences'
    ? { ...reset, recurrenceIds: [...reset.recurrenceIds, LONG_AGO] }
    : reset
})

const LONG_AGO = recurrenceIdOf(0)

/** Every law of policies that decide whom to ask again. */
export const policyLaws: readonly Law<RsvpResetPolicy>[] = [
  {
    title: 'POLICY-001 answers the same to the same question',
    law: laws.policiesAreFunctions,
    faults: { losesPatience },
    stands: 'POLICY-003 and POLICY-004 meet it by asking often; this one says what is wrong',
  },
  {
    title: 'POLICY-002 resets what it is asked to reset',
    law: laws.whatIsAskedForIsReset,
    faults: { knowsBetter },
  },
  {
    title: 'POLICY-003 resets nobody where nothing changed',
    law: laws.noChangeResetsNobody,
    faults: { alwaysAsks },
    stands: 'POLICY-004 asks more, and says less when it fails',
  },
  {
    title: 'POLICY-004 resets nobody for other words',
    law: laws.wordsResetNobody,
    faults: { readsTitles },
  },
  {
    title: 'POLICY-005 asks about nothing that went away',
    law: laws.whatIsGoneIsNotAskedAbout,
    faults: { asksAboutNothing },
  },
]
