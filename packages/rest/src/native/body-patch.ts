import type { Body } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { FieldError } from '../problem/index.js'
import { pathOf } from '../problem/index.js'
import type { Codec } from '../wire/index.js'
import { anything, closed, described, fieldErrors, isRecord, named, readAs } from '../wire/index.js'
import { NewBody } from './body.js'
import { BodyFormat } from './enums.js'
import { mergePatch } from './merge-patch.js'

/**
 * What a patch does to the description: it is whole, or it waits for the stored one to be merged onto.
 */
export type BodyPatch =
  | { readonly type: 'Whole'; readonly body: Body }
  | { readonly type: 'Partial'; readonly patch: object }

/** A description in a patch; a member that is left out stays as it is stored. */
export const BodyPatch: Codec<BodyPatch, unknown> = named(
  'BodyPatch',
  readAs(
    closed(
      {},
      {
        format: BodyFormat,
        content: described(anything, {
          description: 'A text; for DELTA an object with a list of `ops`.',
          anyOf: [{ type: 'string' }, { type: 'object' }],
        }),
      },
    ),
    (patch) => {
      if (!isWhole(patch)) return E.right<never, BodyPatch>({ type: 'Partial', patch })
      const decoded = NewBody.decode(patch)
      if (E.isRight(decoded)) return E.right({ type: 'Whole', body: decoded.right })
      return E.left(
        fieldErrors(decoded.left).map(({ pointer, detail }) => ({
          path: pathOf(pointer),
          detail,
        })),
      )
    },
  ),
)

/** Whether nothing of a stored description could show through. */
const isWhole = ({
  format,
  content,
}: {
  readonly format?: string
  readonly content?: unknown
}): boolean =>
  format !== undefined &&
  content !== undefined &&
  (!isRecord(content) || Array.isArray(content['ops']))

/** The description that a partial patch makes of the stored one. */
export const patchedBody = (
  stored: Body | null,
  patch: object,
): E.Either<readonly FieldError[], Body> => {
  const merged = mergePatch(stored === null ? null : wireForm(stored), patch)
  const decoded = NewBody.decode(merged)
  return E.isRight(decoded) ? decoded : E.left(fieldErrors(decoded.left, ['body']))
}

const wireForm = (body: Body) => ({ format: FORMATS[body.format], content: body.content })

const FORMATS = { Plain: 'PLAIN', Html: 'HTML', Delta: 'DELTA' } as const
