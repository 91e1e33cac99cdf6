/** What the matrix has a row for: read off the code, so that nothing can be left out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expressionOf } from '../../src/column/expression-column.ts'
import { functionEntry } from '../../src/functions/entry.ts'
import * as functions from '../../src/functions/index.ts'
import { col } from '../../src/index.ts'
import { functionsIn } from './uses.ts'

export interface FunctionRow {
  /** The file in src/functions, without its ending. */
  readonly family: string
  readonly name: string
  /** Other names of the very same function. */
  readonly aliases: readonly string[]
  /** Functions that it is made of: itself, where it has an entry of its own. */
  readonly parts: readonly string[]
}

const FUNCTIONS = join(import.meta.dirname, '..', '..', 'src', 'functions')
type Face = (...args: unknown[]) => unknown

/** A row for each function that users can import, by family. */
export async function functionRows(): Promise<readonly FunctionRow[]> {
  const index = readFileSync(join(FUNCTIONS, 'index.ts'), 'utf8')
  const families = [...index.matchAll(/^export .* from '\.\/([\w/-]+)\.ts'/gm)].map(([, family = '']) => family)
  const rows: FunctionRow[] = []
  for (const family of families) {
    const module = (await import(join(FUNCTIONS, `${family}.ts`))) as Record<string, unknown>
    const byFace = new Map<Face, string[]>()
    for (const [name, face] of Object.entries(module)) {
      if (typeof face === 'function' && name in functions)
        byFace.set(face as Face, [...(byFace.get(face as Face) ?? []), name])
    }
    for (const [face, names] of byFace) rows.push(rowOf(family, face, names))
  }
  return rows
}

function rowOf(family: string, face: Face, names: readonly string[]): FunctionRow {
  const name = names.find((one) => functionEntry(one)) ?? (names[0] as string)
  const aliases = names.filter((one) => one !== name).sort()
  return { family, name, aliases, parts: functionEntry(name) ? [name] : partsOf(name, face) }
}

/** What one might give: columns, and words that some functions know. */
const GIVEN: readonly (readonly unknown[])[] = [
  [1],
  ...[0, 1, 2, 3, 4].map((count) => ['a', 'b', 'c', 'd'].slice(0, count).map((one) => col(one))),
  [col('a'), 1],
  ['a'],
  ['year', col('a')],
  [col('a'), 'year'],
  [col('a'), 'a'],
  [true, 'a'],
  [1, col('a')],
]

/** The functions that a function without an entry is made of. */
function partsOf(name: string, face: Face): readonly string[] {
  for (const args of GIVEN) {
    try {
      const expressions = [face(...args)].flat().map(expressionOf)
      if (expressions.includes(undefined)) continue
      const found = new Set<string>()
      functionsIn(expressions, found)
      const all = [...found].map((one) => one.replace('function ', ''))
      const telling = all.filter((one) => one !== 'col' && one !== 'lit')
      return telling.length > 0 ? telling : all
    } catch {
      // Not what it takes.
    }
  }
  throw new Error(`tests/matrix/rows.ts knows no arguments for ${name}`)
}
