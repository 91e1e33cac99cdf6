import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { COMPILERS } from './compilers.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/**
 * A package of its own, with a copy of ours in its node_modules: beside our sources a compiler would name by their path the types
 * that users cannot name. Inside the project, so that the packages that Millrace imports are found.
 */
mkdirSync(join(ROOT, '.cache'), { recursive: true })
const folder = mkdtempSync(join(ROOT, '.cache', 'declarations-'))
const installed = join(folder, 'node_modules', 'millrace')
cpSync(fileURLToPath(new URL('declarations', import.meta.url)), folder, { recursive: true })
writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'library-of-frames', type: 'module' }))
cpSync(join(ROOT, 'package.json'), join(installed, 'package.json'))
cpSync(join(ROOT, 'dist'), join(installed, 'dist'), {
  recursive: true,
  filter: (path) => !/\.(js|map)$/.test(path),
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(COMPILERS)(
  'the declarations of what a program exports can be written under $name',
  async ({ check }) => {
    expect(await check(join(folder, 'tsconfig.json'))).toBe('')
  },
  300_000,
)
