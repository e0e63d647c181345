import type { Attachment as Stored } from '@kalends/core'
import { isHttpsUrl } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Codec } from '../wire/index.js'
import {
  closed,
  described,
  listOf,
  named,
  nullable,
  readAs,
  refined,
  text,
  whole,
} from '../wire/index.js'

const HttpsUrl: Codec<string> = described(
  refined(text({ min: 1, max: 2048 }), (url) =>
    isHttpsUrl(url) ? [] : [{ path: [], detail: 'must be an https URL' }],
  ),
  { format: 'uri', examples: ['https://files.example/agenda.pdf'] },
)

/** A file beside an event: a link to it. */
export const AttachmentAnswer = named(
  'Attachment',
  closed(
    { name: text({ min: 1, max: 255 }), url: HttpsUrl },
    {
      mime_type: text({ min: 1, max: 200 }),
      size: described(whole(0), { description: 'In bytes.' }),
    },
  ),
)

const Sent = closed(
  { name: text({ min: 1, max: 255 }), url: HttpsUrl },
  { mime_type: nullable(text({ min: 1, max: 200 })), size: nullable(whole(0)) },
)

/** Attachments as a request has them; null is none. */
export const Attachments: Codec<readonly Stored[], unknown> = readAs(
  nullable(
    listOf(
      readAs(named('NewAttachment', Sent), ({ name, url, mime_type: mimeType, size }) =>
        E.right<never, Stored>({ name, url, mimeType: mimeType ?? null, sizeBytes: size ?? null }),
      ),
      20,
    ),
  ),
  (attachments) => E.right(attachments ?? []),
)

/** An attachment as answers have it. */
export const attachmentAnswer = ({ name, url, mimeType, sizeBytes }: Stored) => ({
  name,
  url,
  ...(mimeType === null ? {} : { mime_type: mimeType }),
  ...(sizeBytes === null ? {} : { size: sizeBytes }),
})
