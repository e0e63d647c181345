import type { FetchHandler } from './facades.js'

/**
 * The route handlers of `app/a/b/[...path]/route.ts`, which exports them by name:
 * `export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = onNext(api)`.
 */
export const onNext = (api: FetchHandler) => {
  const handle = (request: Request) => api.fetch(request)
  return {
    ...{ GET: handle, HEAD: handle, POST: handle, PUT: handle },
    ...{ PATCH: handle, DELETE: handle, OPTIONS: handle },
  }
}
