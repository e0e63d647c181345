import type { PageInfo } from '../read/connection.js'
import type { Builder } from './builder.js'

/** Adds `PageInfo`. */
export const newPageInfo = (builder: Builder) =>
  builder.objectRef<PageInfo>('PageInfo').implement({
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage'),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage'),
      startCursor: t.field({
        type: 'Cursor',
        nullable: true,
        resolve: ({ startCursor }) => startCursor,
      }),
      endCursor: t.field({
        type: 'Cursor',
        nullable: true,
        resolve: ({ endCursor }) => endCursor,
      }),
    }),
  })

/** The type of `PageInfo`. */
export type PageInfoType = ReturnType<typeof newPageInfo>
