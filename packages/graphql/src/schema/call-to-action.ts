import type { CallToAction } from '../event/call-to-action.js'
import type { Builder } from './builder.js'
import type { Enums } from './enums.js'

/** Adds `CallToAction`. */
export const newCallToAction = (builder: Builder, enums: Enums) =>
  builder.objectRef<CallToAction>('CallToAction').implement({
    description: 'What the viewer can do with an event.',
    fields: (t) => ({
      action: t.field({ type: enums.action, resolve: ({ action }) => action }),
      label: t.exposeString('label'),
      entityType: t.field({ type: enums.entity, resolve: ({ entityType }) => entityType }),
      entityId: t.exposeID('entityId'),
      enabled: t.exposeBoolean('enabled'),
    }),
  })

/** The type of a call to action. */
export type CallToActionObject = ReturnType<typeof newCallToAction>
