import type { UserId } from '@kalends/core'
import { after } from '../context/after.js'
import type { Builder } from './builder.js'

/** Adds `CalendarUser`: an id, and what the directory knows of it. */
export const newUser = (builder: Builder) =>
  builder.objectRef<UserId>('CalendarUser').implement({
    fields: (t) => ({
      id: t.id({ resolve: (userId) => userId }),
      name: t.string({
        nullable: true,
        resolve: (userId, _args, { loaders }) =>
          after(loaders.users.load(userId), (user) => user?.name ?? null),
      }),
      email: t.string({
        nullable: true,
        resolve: (userId, _args, { loaders }) =>
          after(loaders.users.load(userId), (user) => user?.email ?? null),
      }),
    }),
  })

/** The type of a user. */
export type UserType = ReturnType<typeof newUser>
