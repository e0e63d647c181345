import * as E from 'fp-ts/lib/Either.js'
import type { Law } from './law.js'
import * as laws from './token.js'
import type { Sealing } from './token.js'

/** Spoils how texts are sealed. */
export type SealingFault = (sealing: Sealing) => Sealing

/** Opens a text and forgets what was in it. TOKEN-001 must reject it. */
export const losesTheValue: SealingFault = ({ seal, open }) => ({
  seal,
  open: (viewer, text) => E.map(() => ({}))(open(viewer, text)),
})

/** Takes a text up to the padding that it does not write. TOKEN-002 must reject it. */
export const ignoresPadding: SealingFault = ({ seal, open }) => ({
  seal,
  open: (viewer, text) => open(viewer, text.replace(/=+$/, '')),
})

/** Binds a text to the names of its viewer side by side. TOKEN-003 must reject it. */
export const joinsNames: SealingFault = ({ seal, open }) => ({
  seal: ({ tenantId, userId }, value) => seal({ tenantId: tenantId + userId, userId: '' }, value),
  open: ({ tenantId, userId }, text) => open({ tenantId: tenantId + userId, userId: '' }, text),
})

/** Writes texts that a URL would have to escape. TOKEN-004 must reject it. */
export const writesPlainBase64: SealingFault = ({ seal, open }) => ({
  seal: (viewer, value) => `+${seal(viewer, value)}`,
  open: (viewer, text) => (text.startsWith('+') ? open(viewer, text.slice(1)) : E.left('invalid')),
})

/** Every law of sealed texts. */
export const tokenLaws: readonly Law<Sealing>[] = [
  {
    title: 'TOKEN-001 opens what it sealed',
    law: laws.opensWhatItSealed,
    faults: { losesTheValue },
  },
  {
    title: 'TOKEN-002 refuses a text of which anything was changed',
    law: laws.refusesWhatWasChanged,
    faults: { ignoresPadding },
  },
  {
    title: 'TOKEN-003 opens to nobody but whom it was sealed for',
    law: laws.refusesOthers,
    faults: { joinsNames },
  },
  {
    title: 'TOKEN-004 can stand in a URL',
    law: laws.standsInAUrl,
    faults: { writesPlainBase64 },
  },
]
