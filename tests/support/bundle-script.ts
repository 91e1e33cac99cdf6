import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll } from 'vitest'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * A TypeScript program as a file that plain `node` runs, for tests that need a process of their own. Gone after the suite.
 *
 * @param source path from the repository's root
 */
export async function bundleScript(source: string): Promise<string> {
  // Inside the repository, where its packages are found.
  const folder = join(ROOT, '.cache', 'tests')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, `${randomBytes(8).toString('hex')}.mjs`)
  await build({
    entryPoints: [join(ROOT, source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
  afterAll(() => rmSync(outfile, { force: true }))
  return outfile
}
