import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSourceMap } from '../../src/dag/source-map.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-map-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SHARED = `// a comment of several lines
export interface Row { readonly id: number }
export const twice = <T extends Row>(row: T): T & { double: number } => ({ ...row, double: 2 * row.id })
`
const ENTRY = `import { twice } from './shared.ts'
enum Kind { One, Two }
export function made(kind: Kind): unknown {
  return twice({
    id: kind === Kind.One ? 1 : 2,
  })
}
export const long = [${Array.from({ length: 300 }, (_, index) => `made(${index} as Kind)`).join(', ')}]
`

async function compiled(minify: boolean): Promise<{ url: string; code: string; map: string }> {
  writeFileSync(join(folder, 'shared.ts'), SHARED)
  writeFileSync(join(folder, 'entry.ts'), ENTRY)
  const file = join(folder, `out-${minify}.mjs`)
  await build({
    entryPoints: [join(folder, 'entry.ts')],
    bundle: true,
    outfile: file,
    format: 'esm',
    minify,
    sourcemap: 'inline',
    logLevel: 'silent',
  })
  const code = readFileSync(file, 'utf8')
  const map = Buffer.from(code.slice(code.lastIndexOf('base64,') + 7), 'base64').toString()
  return { url: pathToFileURL(file).href, code, map }
}

describe('a source map that stands within its script', () => {
  it.each([false, true])('says of every column what Node says (minified: %s)', async (minify) => {
    const { url, code, map } = await compiled(minify)
    const own = readSourceMap(url)
    const theirs = new SourceMap(JSON.parse(map))
    let compared = 0
    for (const [line, text] of code.split('\n').entries()) {
      for (let column = 0; column <= text.length; column += 1) {
        const place = own?.(line + 1, column + 1)
        // Node goes on looking in the lines before.
        if (place === undefined) continue
        const entry = theirs.findEntry(line, column)
        const expected = 'originalSource' in entry ? entry : undefined
        expect(place, `${line}:${column}`).toEqual({
          url: new URL(expected?.originalSource ?? '', url).href,
          line: (expected?.originalLine ?? 0) + 1,
          column: (expected?.originalColumn ?? 0) + 1,
        })
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(2000)
  })

  it('knows nothing of a line that the script has not', async () => {
    const { url } = await compiled(false)
    expect(readSourceMap(url)?.(100_000, 1)).toBeUndefined()
  })

  it('is none in a script without one, in one that is cut off, and where there is no file', () => {
    const [plain, cut] = [join(folder, 'plain.mjs'), join(folder, 'cut.mjs')]
    writeFileSync(plain, 'export const a = 1\n')
    writeFileSync(cut, 'a\n//# sourceMappingURL=data:application/json;base64,eyJ2')
    for (const file of [plain, cut, join(folder, 'none.mjs')])
      expect(readSourceMap(pathToFileURL(file).href)).toBeUndefined()
  })
})
