/**
 * Writes docs/support-matrix.md from a run of the tests, or finds that it is stale: then the run fails.
 *
 * A run of some tests alone says nothing of the matrix, and is left in peace.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'
import { dialectNames } from '../../src/dialect/index.ts'
import type { DialectName } from '../../src/plan/dialect-name.ts'
import { renderMatrix } from './render.ts'
import { functionRows } from './rows.ts'
import type { Used } from './verdicts.ts'

const root = join(import.meta.dirname, '..', '..')
const FILE = join(root, 'docs', 'support-matrix.md')
/** Folders whose tests the matrix is made of. */
const TOLD_BY = ['tests/engines', 'tests/sql', 'tests/write']

export default class MatrixReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[], _errors: unknown, reason: string): Promise<void> {
    if (reason !== 'passed' || !isWhole(modules)) return
    const { markdown, unproved } = renderMatrix(await functionRows(), usedIn(modules))
    if (unproved.length > 0) return fail(`no passing test of:\n  ${unproved.join('\n  ')}`)
    if (process.env.MILLRACE_MATRIX === 'write') {
      mkdirSync(dirname(FILE), { recursive: true })
      writeFileSync(FILE, markdown)
      console.log(`docs/support-matrix.md is written`)
    } else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== markdown) {
      fail('docs/support-matrix.md is stale: npm run docs:matrix writes it anew')
    }
  }
}

function isWhole(modules: readonly TestModule[]): boolean {
  const ran = new Set(modules.map(({ moduleId }) => moduleId))
  return TOLD_BY.every((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .every((file) => ran.has(join(root, folder, file))),
  )
}

function usedIn(modules: readonly TestModule[]): Used {
  const used = Object.fromEntries(dialectNames.map((name) => [name, new Set<string>()])) as Record<
    DialectName,
    Set<string>
  >
  for (const module of modules) {
    for (const test of module.children.allTests('passed')) {
      const uses = test.meta().uses
      for (const name of uses?.names ?? []) used[uses?.dialect ?? 'sqlite'].add(name)
    }
  }
  return used
}

function fail(message: string): void {
  console.error(`support matrix: ${message}`)
  process.exitCode = 1
}
