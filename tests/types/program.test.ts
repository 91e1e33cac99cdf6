import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { manyModels } from './many-models.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Inside the project, so that the program finds the packages that Millrace imports. */
mkdirSync(join(ROOT, '.cache'), { recursive: true })
const folder = mkdtempSync(join(ROOT, '.cache', 'types-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Type-checks one program; gives what the checker prints. */
function check(name: string, program: string, ...options: string[]): string {
  const config = { extends: join(ROOT, 'tsconfig.json'), files: [`${name}.ts`], include: [] }
  writeFileSync(join(folder, `${name}.ts`), program)
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(config))
  return execFileSync('npx', ['tsc', '-p', join(folder, `${name}.json`), ...options], { cwd: ROOT, encoding: 'utf8' })
}
const INDEX = '../../src/index.ts'
/** As users read Millrace: importing it costs the checker next to nothing. */
const BUILT = '../../dist/index.js'

/** Twenty models of thirty operations over tables of fifty columns: what the checker has to work out for them. */
test.each([
  { what: 'that select what they need', wide: false, budget: 275_000 },
  { what: 'that carry all columns along', wide: true, budget: 400_000 },
])(
  'models $what stay cheap to check',
  ({ wide, budget }) => {
    const said = check('many', manyModels(20, BUILT, wide), '--noEmit', '--extendedDiagnostics')
    const counted = Number(/Instantiations:\s+(\d+)/.exec(said)?.[1])
    expect(counted).toBeGreaterThan(100_000)
    expect(counted).toBeLessThan(budget)
  },
  120_000,
)

test('a frame shows its row flat, whatever verbs made it', () => {
  const program = `
import { and, coalesce, count, schema, type Session, sum } from '${INDEX}'
declare const session: Session
const a = session.table('a', schema({ id: 'long', k: 'string', v: 'double?' }))
export const selected = a.select('id', (o) => [o.v])
export const added = a.drop('k').withColumn('x', (o) => o.v.plus(o.id)).withColumns((o) => ({ y: coalesce(o.v, 0) }))
export const renamed = a.rename({ id: 'key' }).drop('v')
export const joined = a.drop('v').join(a.drop('k'), 'id', 'left')
export const grouped = a.groupBy('k').agg((o) => ({ n: count(), total: sum(o.v), big: and(sum(o.v).gt(1)) }))
export const column = a.v.times(2)
`
  check(
    'flat',
    program,
    '--noEmit',
    'false',
    '--declaration',
    '--emitDeclarationOnly',
    '--rootDir',
    ROOT,
    '--outDir',
    join(folder, 'out'),
  )
  const folderName = folder.slice(folder.lastIndexOf('/') + 1)
  const declared = readFileSync(join(folder, 'out', '.cache', folderName, 'flat.d.ts'), 'utf8').replace(/\s+/g, ' ')
  const shown = [...declared.matchAll(/const (\w+): (?:import\("[^"]*"\)\.)?(.*?);(?= export|\s*$)/g)]
  expect(Object.fromEntries(shown.map(([, name, type]) => [name, type]))).toEqual({
    selected: 'DataFrame<{ id: number; v: number | null; }>',
    added: 'DataFrame<{ id: number; v: number | null; x: number | null; y: number; }>',
    renamed: 'DataFrame<{ k: string; key: number; }>',
    joined: 'DataFrame<{ id: number; k: string; v: number | null; }>',
    grouped: 'DataFrame<{ big: boolean | null; k: string; n: number; total: number | null; }>',
    column: 'Column<number | null>',
  })
}, 120_000)
