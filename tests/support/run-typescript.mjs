/** `node run-typescript.mjs <file.ts> [arguments]`: bundles a program that is TypeScript, and runs it with plain Node. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const [entry, ...args] = process.argv.slice(2)
// As deep inside the repository as the programs are, where its packages are found and their own paths lead out of it.
const folder = join(root, '.cache', 'programs')
const outfile = join(folder, `${process.pid}.mjs`)
mkdirSync(folder, { recursive: true })
try {
  await build({
    entryPoints: [resolve(entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  })
  const child = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], { cwd: root, stdio: 'inherit' })
  process.exitCode = child.status ?? 1
} finally {
  rmSync(outfile, { force: true })
}
