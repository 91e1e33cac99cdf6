import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { COMPILERS } from './compilers.ts'
import { longChains } from './long-chains.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Inside the project, so that the program finds the packages that Millrace imports. */
mkdirSync(join(ROOT, '.cache'), { recursive: true })
const folder = mkdtempSync(join(ROOT, '.cache', 'chains-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(COMPILERS)(
  'chains of 400 operations are not too deep for $name',
  async ({ check }) => {
    const config = join(folder, 'tsconfig.json')
    writeFileSync(config, JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), files: ['chains.ts'], include: [] }))
    writeFileSync(join(folder, 'chains.ts'), longChains(400, '../../dist/index.js'))
    expect(await check(config)).toBe('')
  },
  300_000,
)
