const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const UUID_BYTES = 16

/**
 * A domain event's id as it is stored: the 16 bytes of a UUID in its canonical form.
 *
 * Whatever else an embedder calls an id is kept as text behind 16 zero bytes, so no two ids share bytes.
 */
export const eventIdBytes = (eventId: string): Uint8Array =>
  UUID.test(eventId)
    ? Buffer.from(eventId.replaceAll('-', ''), 'hex')
    : Buffer.concat([Buffer.alloc(UUID_BYTES), Buffer.from(eventId)])

/** The inverse of `eventIdBytes`. */
export const eventIdText = (bytes: Uint8Array): string => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length > UUID_BYTES) return buffer.toString('utf8', UUID_BYTES)
  const hex = buffer.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
