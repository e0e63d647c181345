import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { ownerOfPrimary, primaryCalendarId } from '../calendar/index.js'
import type {
  Asked,
  CalendarId,
  Command,
  Invitees,
  Rejection,
  TenantId,
  UserId,
} from '../event/index.js'
import { mergeTime } from '../event/index.js'
import { listed } from './admit.js'
import type { CreateEvent, EventCommand, ParticipantRef, PatchEvent } from './command.js'
import type { CommandFailure } from './failure.js'
import type { Parts } from './parts.js'

/** A command that is ready to be decided, and the stream it is for. */
export interface Prepared {
  readonly uid: string
  readonly command: Command
}

type Preparing<A> = TE.TaskEither<CommandFailure, A>

/**
 * Fills in what `decide` must not look up: the clock, ids, participants as the directory resolves them,
 * whose calendar is named.
 */
export const prepare = (parts: Parts, command: EventCommand): Preparing<Prepared> => {
  const { actor } = command
  const asked: Asked = {
    actor,
    at: parts.clock.now(),
    commandId: command.commandId ?? parts.ids.uuid(),
  }
  const uid = command.uid ?? parts.ids.uuid()
  return pipe(
    inner(parts, command, { asked, uid }),
    TE.map((prepared) => ({ uid, command: prepared })),
  )
}

const inner = (
  parts: Parts,
  command: EventCommand,
  { asked, uid }: { readonly asked: Asked; readonly uid: string },
): Preparing<Command> => {
  const ifRevision = 'ifRevision' in command ? (command.ifRevision ?? null) : null
  switch (command.type) {
    case 'CreateEvent':
      return prepareCreate(parts, command, { asked, uid })
    case 'PatchEvent':
      return preparePatch(parts, command, asked)
    case 'ResetAnswers':
      return TE.right({
        type: 'Patch',
        ...asked,
        ifRevision,
        changes: {},
        notice: 'Reset',
        calendarOwner: null,
      })
    case 'AnswerEvent':
      return TE.right({
        type: 'Answer',
        ...asked,
        ifRevision,
        status: command.status,
        comment: command.comment ?? null,
        seenRevision: command.seenRevision ?? null,
        reply: command.reply ?? null,
      })
    case 'InviteParticipants':
      return pipe(
        resolve(parts, command, command.participants),
        TE.map((invitees) => ({ type: 'Invite', ...asked, ifRevision, invitees })),
      )
    case 'UninviteParticipant':
      return TE.right({ type: 'Uninvite', ...asked, ifRevision, userId: command.userId })
    case 'CancelEvent':
      return TE.right({ type: 'Cancel', ...asked, ifRevision, notice: command.notice ?? 'Update' })
    case 'RecordLanguage':
      return TE.right({
        type: 'RecordLanguage',
        ...asked,
        language: command.language,
        bodyRevision: command.bodyRevision,
      })
  }
}

const prepareCreate = (
  parts: Parts,
  command: CreateEvent,
  { asked, uid }: { readonly asked: Asked; readonly uid: string },
): Preparing<Command> => {
  const time = mergeTime(null, command.timeSlot)
  if (E.isLeft(time)) return rejected(time.left)
  const calendarId = command.calendarId ?? primaryCalendarId(command.actor)
  return pipe(
    TE.Do,
    TE.bind('invitees', () => resolve(parts, command, command.participants ?? [])),
    TE.bind('calendarOwner', () => ownerOf(parts, command.tenantId, calendarId)),
    TE.map(({ invitees, calendarOwner }) => ({
      type: 'Create',
      ...asked,
      uid,
      calendarId,
      calendarOwner,
      title: command.title,
      time: time.right,
      status: command.status ?? 'Confirmed',
      location: command.location ?? null,
      body: command.body ?? null,
      attachments: command.attachments ?? [],
      showParticipantList: command.showParticipantList ?? true,
      visibility: command.visibility ?? 'Participants',
      invitees,
    })),
  )
}

const rejected = (rejection: Rejection): Preparing<never> =>
  TE.left({ type: 'Rejected', rejection })

const preparePatch = (parts: Parts, command: PatchEvent, asked: Asked): Preparing<Command> => {
  const { changes, notice, ifRevision = null, tenantId } = command
  const owner =
    changes.calendarId === undefined ? TE.right(null) : ownerOf(parts, tenantId, changes.calendarId)
  return pipe(
    owner,
    TE.map((calendarOwner) => ({
      type: 'Patch',
      ...asked,
      ifRevision,
      changes,
      notice: notice ?? 'Default',
      calendarOwner,
    })),
  )
}

const ownerOf = (
  { store }: Parts,
  tenantId: TenantId,
  id: CalendarId,
): Preparing<UserId | null> => {
  const primary = ownerOfPrimary(id)
  if (primary !== null) return TE.right(primary)
  return pipe(
    store.load(tenantId, 'calendar', id),
    TE.map(({ state }) => (state.type === 'Open' ? state.calendar.owner : null)),
  )
}

const resolve = (
  { directory }: Parts,
  { tenantId, actor }: { readonly tenantId: TenantId; readonly actor: UserId },
  participants: readonly ParticipantRef[],
): Preparing<Invitees> => {
  if (participants.length === 0) return TE.right({ users: [], unknown: [] })
  const { users, channels } = listed(participants, actor)
  return pipe(
    TE.Do,
    TE.apS('known', directory.users(tenantId, [...users])),
    TE.apS('members', directory.assignableChannels(tenantId, actor, [...channels])),
    TE.map(({ known, members }) => ({
      users: [...new Set([...users, ...[...members.values()].flat()])],
      unknown: participants.flatMap((ref, index) =>
        'userId' in ref && ref.userId !== actor && !known.has(ref.userId)
          ? [{ index, userId: ref.userId }]
          : [],
      ),
    })),
  )
}
