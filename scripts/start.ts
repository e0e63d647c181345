import { spawnSync } from 'node:child_process'

// Turbo only builds: what it runs would not see PORT and its like.
const { status } = spawnSync('turbo run build --filter=@kalends/example-server', {
  shell: true,
  stdio: 'inherit',
})
if (status !== 0) process.exit(status ?? 1)

process.env['KALENDS_DEMO'] ??= '1'
await import(new URL('../examples/server/dist/main.js', import.meta.url).href)
