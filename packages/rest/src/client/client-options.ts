/** Where a client sends its requests, and how it says who sends them. */
export interface ClientOptions {
  /** Where the facade is mounted: `https://calendar.example.com/base`. */
  readonly baseUrl: string
  /** What follows the scheme in `Authorization`; a function is asked before each request. */
  readonly token?: string | (() => string | Promise<string>)
  /** Sent with every request; those of a single request go before them. */
  readonly headers?: Readonly<Record<string, string>>
  /** What requests are sent with. Default: the platform's. A facade's own `fetch` needs no network. */
  readonly fetch?: (request: Request) => Response | Promise<Response>
}
