import type { Body } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { acceptBody, renderBody } from '../body/index.js'
import { pathOf } from '../problem/index.js'
import type { Codec, Flaw } from '../wire/index.js'
import {
  anyObject,
  anyOf,
  anything,
  closed,
  described,
  named,
  readAs,
  text,
} from '../wire/index.js'
import { BodyFormat } from './enums.js'

const Content = described(anything, {
  description: 'A text; for DELTA an object with a list of `ops`.',
  anyOf: [{ type: 'string' }, { type: 'object' }],
})

interface Sent {
  readonly format: 'PLAIN' | 'HTML' | 'DELTA'
  readonly content: unknown
}

/** The description of an event, taken into the domain: HTML is sanitised. */
export const NewBody: Codec<Body, unknown> = named(
  'NewBody',
  readAs(closed({ format: BodyFormat, content: Content }, {}), (sent) => accepted(sent)),
)

const accepted = (sent: Sent): E.Either<readonly Flaw[], Body> => {
  const result = acceptBody(sent)
  return E.isRight(result)
    ? result
    : E.left(result.left.map(({ pointer, detail }) => ({ path: pathOf(pointer).slice(1), detail })))
}

/** A description in one format, as answers have it. */
export const BodyAnswer = named(
  'Body',
  closed(
    {
      format: BodyFormat,
      content: anyOf([text({ min: 0 }), anyObject], 'must be a text or an object'),
    },
    {},
  ),
)

type Format = 'PLAIN' | 'HTML' | 'DELTA'

/** An event's description in the formats asked for, in all when none is; null when it has none. */
export const bodyAnswer = (body: Body | null, formats: readonly Format[]) =>
  body === null
    ? null
    : renderBody(body, formats).map((each) =>
        each.format === 'DELTA' ? { ...each, content: { ops: each.content.ops } } : each,
      )
