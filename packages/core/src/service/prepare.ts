import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { primaryCalendarId } from '../calendar/index.js'
import type {
  Asked,
  Command,
  Invitees,
  Patch,
  Rejection,
  TenantId,
  Uid,
  UserId,
} from '../event/index.js'
import { mergeTime } from '../event/index.js'
import { listed } from './admit.js'
import type {
  CancelOccurrence,
  CreateEvent,
  EventCommand,
  ParticipantRef,
  PatchEvent,
  PatchOccurrence,
  SplitSeries,
  TruncateSeries,
  UninviteParticipant,
} from './command.js'
import type { CommandFailure } from './failure.js'
import { ownerOf } from './owner-of.js'
import type { Parts } from './parts.js'
import { prepareImport } from './prepare-import.js'
import { uidOfImport } from './uid-of-import.js'

/** A command that is ready to be decided, and the stream it is for. */
export interface Prepared {
  readonly uid: string
  readonly command: Command
  /** What a split does to the series that goes on; null for every other command. */
  readonly patch: Patch | null
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
  const uid = uidOf(parts, command)
  return pipe(
    TE.Do,
    TE.apS('command', inner(parts, command, { asked, uid })),
    TE.apS('patch', command.type === 'SplitSeries' ? preparePatch(parts, command, asked) : NONE),
    TE.map((prepared) => ({ uid, ...prepared })),
  )
}

const uidOf = ({ ids }: Parts, command: EventCommand): Uid =>
  command.type === 'ImportEvent' || command.type === 'CancelImported'
    ? uidOfImport(command)
    : (command.uid ?? ids.uuid())

const NONE: Preparing<Patch | null> = TE.right(null)

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
        recurrenceId: command.recurrenceId ?? null,
        seenRevision: command.seenRevision ?? null,
        reply: command.reply ?? null,
      })
    case 'InviteParticipants':
      return pipe(
        resolve(parts, command, command.participants),
        TE.map((invitees) => ({ type: 'Invite', ...asked, ifRevision, invitees })),
      )
    case 'UninviteParticipant':
      return TE.right({ type: 'Uninvite', ...asked, ifRevision, ...leaving(command) })
    case 'CancelEvent':
      return TE.right({ type: 'Cancel', ...asked, ifRevision, notice: command.notice ?? 'Update' })
    case 'PatchOccurrence':
      return TE.right({
        ...occurrenceAsk(command, asked),
        type: 'PatchOccurrence',
        changes: command.changes,
        notice: command.notice ?? 'Default',
      })
    case 'CancelOccurrence':
    case 'TruncateSeries':
      return TE.right({
        ...occurrenceAsk(command, asked),
        type: command.type,
        notice: command.notice ?? 'Update',
      })
    case 'SplitSeries':
      return TE.right({
        ...occurrenceAsk(command, asked),
        type: 'SplitSeries',
        followedBy: command.newUid ?? parts.ids.uuid(),
        notice: command.notice ?? 'Default',
      })
    case 'RecordLanguage':
      return TE.right({
        type: 'RecordLanguage',
        ...asked,
        language: command.language,
        bodyRevision: command.bodyRevision,
      })
    case 'ImportEvent':
    case 'CancelImported':
      return prepareImport(parts, command, { asked, uid })
  }
}

const leaving = ({ userId, others = [] }: UninviteParticipant) => ({
  userId,
  others: [...new Set(others)].filter((each) => each !== userId),
})

const occurrenceAsk = (
  command: PatchOccurrence | SplitSeries | CancelOccurrence | TruncateSeries,
  asked: Asked,
): OccurrenceAsk => ({
  ...asked,
  ifRevision: command.ifRevision ?? null,
  recurrenceId: command.recurrenceId,
})

interface OccurrenceAsk extends Asked {
  readonly ifRevision: readonly number[] | null
  readonly recurrenceId: string
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
      recurrence: command.recurrence ?? null,
      invitees,
    })),
  )
}

const rejected = (rejection: Rejection): Preparing<never> =>
  TE.left({ type: 'Rejected', rejection })

const preparePatch = (
  parts: Parts,
  command: PatchEvent | SplitSeries,
  asked: Asked,
): Preparing<Patch> => {
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
