/** A server-sent event. */
export interface SentEvent {
  readonly event: string
  readonly data: string
}

/** Reads a stream of server-sent events. @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
export async function* readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<SentEvent, void, undefined> {
  let text = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + chunk).split('\n\n')
    text = blocks.pop() ?? ''
    yield* blocks.map(eventIn)
  }
}

const eventIn = (block: string): SentEvent => {
  const valueOf = (name: string) =>
    block
      .split('\n')
      .flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1).trim()] : []))
      .join('\n')
  return { event: valueOf('event'), data: valueOf('data') }
}
