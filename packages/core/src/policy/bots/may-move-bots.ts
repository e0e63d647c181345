import type { DomainEvent } from '../../event/index.js'

/** Whether what happened to an event may change when it, or one of its occurrences, takes place, or whether it does. */
export const mayMoveBots = ({ type }: DomainEvent): boolean => {
  switch (type) {
    case 'Rescheduled':
    case 'Cancelled':
    case 'RecurrenceChanged':
    case 'SeriesMoved':
    case 'ExceptionsDropped':
    case 'OccurrenceMoved':
    case 'OccurrenceCancelled':
    case 'SeriesSplit':
    case 'SeriesTruncated':
    case 'Imported':
    case 'ImportCancelled':
      return true
    case 'Created':
    case 'SplitOff':
    case 'Retitled':
    case 'Relocated':
    case 'Described':
    case 'AttachmentsReplaced':
    case 'ParticipantListShown':
    case 'ParticipantListHidden':
    case 'VisibilityChanged':
    case 'Refiled':
    case 'Confirmed':
    case 'MadeTentative':
    case 'ParticipantsInvited':
    case 'ParticipantsUninvited':
    case 'RsvpsReset':
    case 'UpdateAnnounced':
    case 'Answered':
    case 'LanguageDetected':
    case 'OccurrenceRetitled':
    case 'OccurrenceRelocated':
    case 'OccurrenceDescribed':
    case 'OccurrenceAttachmentsReplaced':
    case 'OccurrenceConfirmed':
    case 'OccurrenceMadeTentative':
    case 'OccurrenceAnswered':
    case 'OccurrenceRsvpsReset':
    case 'Classified':
      return false
  }
}
