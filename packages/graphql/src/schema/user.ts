import type { UserId } from '@kalends/core'
import type { Builder } from './builder.js'

/** Adds `CalendarUser`: an id, and what the directory knows of it. */
export const newUser = (builder: Builder) =>
  builder.objectRef<UserId>('CalendarUser').implement({
    fields: (t) => ({
      id: t.id({ resolve: (userId) => userId }),
      name: t.string({
        nullable: true,
        resolve: async (userId, _args, { loaders }) => (await loaders.user(userId))?.name ?? null,
      }),
      email: t.string({
        nullable: true,
        resolve: async (userId, _args, { loaders }) => (await loaders.user(userId))?.email ?? null,
      }),
    }),
  })

/** The type of a user. */
export type UserType = ReturnType<typeof newUser>
