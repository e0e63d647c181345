import type { Attachment, Body } from '@kalends/core'
import * as fc from 'fast-check'
import { record } from './record.js'

/** Short texts, some of which storage likes to change: quotes, line ends, letters beyond the BMP. */
export const someText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      'Review',
      'Retro',
      'Lunch',
      "O'Brien; --",
      'Ärger \u{1f4c5}',
      'two\r\nlines',
      '%_',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter(isStorable),
  )

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** Bodies of every format. */
export const body = (): fc.Arbitrary<Body> =>
  fc.oneof(
    record({ format: fc.constantFrom('Plain', 'Html'), content: someText() }),
    someText().map((insert) => ({ format: 'Delta', content: { ops: [{ insert }] } }) as const),
  )

/** Up to two links. */
export const attachments = (): fc.Arbitrary<readonly Attachment[]> =>
  fc.array(
    record({
      name: someText(),
      url: fc.constantFrom('https://example.com/a', 'https://example.com/b?c=%20'),
      mimeType: fc.constantFrom(null, 'text/plain'),
      sizeBytes: fc.constantFrom(null, 0, -0, 2 ** 40),
    }),
    { maxLength: 2 },
  )
