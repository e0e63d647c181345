// Lets plain Node run the workspace's sources: where `x.js` is not there, `x.ts` is meant.
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

registerHooks({
  resolve: (specifier, context, next) => {
    if (!specifier.startsWith('.') || !specifier.endsWith('.js')) return next(specifier, context)
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
    return next(existsSync(fileURLToPath(source)) ? source.href : specifier, context)
  },
})
