import assert from 'node:assert/strict'
import type { CalendarEvent } from '@kalends/core'
import { once } from './once.js'
import { succeed } from './perform.js'
import { appendPayloads, isAsCreated, payloads } from './store-payload.js'
import type { OpenStore, QueriedStore } from './store.js'
import { TENANT, withOpened, withStore } from './store.js'

/** STORE-045: what was appended is shown to the letter, one event or several, also after it was opened again. */
export const payloadsAreShownToTheLetter = (open: OpenStore<QueriedStore>) =>
  once(() =>
    withOpened(open, async ({ store, reopen }) => {
      await appendPayloads(store)
      await isShown(store)
      if (reopen !== undefined) await withStore(reopen, isShown)
    }),
  )

const isShown = async (store: QueriedStore): Promise<void> => {
  const { position } = await succeed(store.head(TENANT))
  const asked = { tenantId: TENANT, position }
  const uids = payloads.map(({ uid }) => uid)
  const many = await succeed(store.events({ ...asked, uids }))
  for (const each of payloads) {
    const alone = await succeed(store.event({ ...asked, uid: each.uid }))
    for (const event of [alone, many.get(each.uid) ?? null]) {
      assert.ok(event !== null && isSame(event, each), `${each.uid} is shown as another`)
    }
  }
}

const isSame = (event: CalendarEvent, each: (typeof payloads)[number]): boolean =>
  event.uid === each.uid && isAsCreated(event, each)
