import { defineConfig, type Options } from 'tsup'

type Config = ReturnType<typeof defineConfig>

const shared: Options = {
  clean: true,
  platform: 'node',
  target: 'node22',
  sourcemap: true,
}

// A build reads the built types of its neighbours, as users will, never their sources.
const dts: Options['dts'] = { compilerOptions: { customConditions: [] } }

/** The build of a published package that offers ESM and CommonJS. */
export const library = (entry: string[]): Config =>
  defineConfig({ ...shared, entry, format: ['esm', 'cjs'], dts })

/** The build of a published package with a dependency that is ESM only. */
export const esmLibrary = (entry: string[]): Config =>
  defineConfig({ ...shared, entry, format: ['esm'], dts })

/** The build of what is run and never imported. */
export const program = (entry: string[]): Config =>
  defineConfig({ ...shared, entry, format: ['esm'] })
