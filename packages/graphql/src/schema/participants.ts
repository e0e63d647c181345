import type { Participation, UserId } from '@kalends/core'
import type { ConnectionEdge } from '../read/connection.js'
import type { ListPage } from '../read/list-connection.js'
import type { Builder } from './builder.js'
import type { Enums } from './enums.js'
import type { PageInfoType } from './page-info.js'
import type { UserType } from './user.js'

/** What the participant types are made of. */
export interface ParticipantParts {
  readonly enums: Enums
  readonly pageInfo: PageInfoType
  readonly user: UserType
}

/** A participant of an event. */
export interface Participant {
  readonly participation: Participation
  readonly organizer: UserId
}

/** A page of the participants that the viewer may see. */
export type ParticipantPage = ListPage<Participant>

/** Adds the connection of participants. */
export const newParticipants = (builder: Builder, { enums, pageInfo, user }: ParticipantParts) => {
  const participant = builder.objectRef<Participant>('Participant').implement({
    fields: (t) => ({
      user: t.field({ type: user, resolve: ({ participation }) => participation.userId }),
      rsvp: t.field({ type: enums.rsvp, resolve: ({ participation }) => participation.status }),
      isOrganizer: t.boolean({
        resolve: ({ participation, organizer }) => participation.userId === organizer,
      }),
      respondedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'When the answer that holds was given.',
        resolve: ({ participation: { answer, status } }) =>
          answer?.status === status ? answer.at : null,
      }),
    }),
  })
  const edge = builder.objectRef<ConnectionEdge<Participant>>('ParticipantEdge').implement({
    fields: (t) => ({
      cursor: t.field({ type: 'Cursor', resolve: ({ cursor }) => cursor }),
      node: t.field({ type: participant, resolve: ({ node }) => node }),
    }),
  })
  return builder.objectRef<ParticipantPage>('ParticipantConnection').implement({
    description:
      'Where the list is hidden, others than the organizer see two: the organizer and themselves.',
    fields: (t) => ({
      edges: t.field({ type: [edge], resolve: ({ edges }) => edges }),
      pageInfo: t.field({ type: pageInfo, resolve: (connection) => connection.pageInfo }),
      totalCount: t.int({ resolve: ({ totalCount }) => totalCount }),
    }),
  })
}

/** The connection of participants. */
export type ParticipantsType = ReturnType<typeof newParticipants>
