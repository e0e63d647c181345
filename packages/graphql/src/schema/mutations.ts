import { runOrThrow } from '../errors/run-or-throw.js'
import { cancel } from '../write/cancel.js'
import { create } from '../write/create.js'
import { invite } from '../write/invite.js'
import { register } from '../write/register.js'
import { respond } from '../write/respond.js'
import { toggleBookmark } from '../write/toggle-bookmark.js'
import { uninvite } from '../write/uninvite.js'
import { update } from '../write/update.js'
import type { Builder } from './builder.js'
import type { MutationInputs } from './mutation-inputs.js'
import type { Payloads } from './payloads.js'

/**
 * Adds the mutations, each with one input.
 *
 * What the calendar refuses is data in the payload; what the caller got wrong is an error.
 */
export const addMutations = (
  builder: Builder,
  inputs: MutationInputs,
  payloads: Payloads,
): void => {
  builder.mutationType({
    fields: (t) => ({
      createCalendarEvent: t.field({
        type: payloads.create,
        args: { input: t.arg({ type: inputs.create, required: true }) },
        resolve: (_root, { input }, context) => runOrThrow(context.parts)(create(input, context)),
      }),
      updateCalendarEvent: t.field({
        type: payloads.update,
        args: { input: t.arg({ type: inputs.update, required: true }) },
        resolve: (_root, { input }, context) => runOrThrow(context.parts)(update(input, context)),
      }),
      cancelCalendarEvent: t.field({
        type: payloads.cancel,
        args: { input: t.arg({ type: inputs.cancel, required: true }) },
        resolve: (_root, { input }, context) => runOrThrow(context.parts)(cancel(input, context)),
      }),
      respondToCalendarEvent: t.field({
        type: payloads.respond,
        args: { input: t.arg({ type: inputs.respond, required: true }) },
        resolve: (_root, { input }, context) => runOrThrow(context.parts)(respond(input, context)),
      }),
      inviteParticipants: t.field({
        type: payloads.invite,
        args: { input: t.arg({ type: inputs.invite, required: true }) },
        resolve: (_root, { input }, context) => runOrThrow(context.parts)(invite(input, context)),
      }),
      uninviteParticipants: t.field({
        type: payloads.uninvite,
        description: 'All of them, or none.',
        args: { input: t.arg({ type: inputs.uninvite, required: true }) },
        resolve: (_root, { input }, context) => runOrThrow(context.parts)(uninvite(input, context)),
      }),
      register: t.field({
        type: payloads.register,
        description: 'Takes a live-session spot.',
        args: { input: t.arg({ type: inputs.register, required: true }) },
        resolve: (_root, { input }, context) =>
          runOrThrow(context.parts)(register('register', input, context)),
      }),
      unregister: t.field({
        type: payloads.unregister,
        description: 'Gives a live-session spot back.',
        args: { input: t.arg({ type: inputs.unregister, required: true }) },
        resolve: (_root, { input }, context) =>
          runOrThrow(context.parts)(register('unregister', input, context)),
      }),
      toggleBookmark: t.field({
        type: payloads.toggle,
        args: { input: t.arg({ type: inputs.toggle, required: true }) },
        resolve: (_root, { input }, context) =>
          runOrThrow(context.parts)(toggleBookmark(input, context)),
      }),
    }),
  })
}
