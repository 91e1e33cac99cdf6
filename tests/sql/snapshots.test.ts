/**
 * The SQL of every feature and every function, per dialect: what a reader of `explain()` or of a slow-query log gets to
 * see. One statement a file; `npx vitest run tests/sql -u` writes them anew, and what git then shows is to be read.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { formatSql } from '../../src/compiler/format-sql.ts'
import { dialectNames } from '../../src/dialect/index.ts'
import { UnsupportedOnDialect } from '../../src/index.ts'
import type { DialectName } from '../../src/plan/dialect-name.ts'
import { offline } from '../compiler/support.ts'
import { noteUses } from '../matrix/uses.ts'
import { actions, sent } from './actions.ts'
import { features } from './features/index.ts'
import { functions } from './functions.ts'
import { type Features, type Printed, tablesOf } from './tables.ts'

const FOLDER = join(import.meta.dirname, 'snapshots')

const kinds: Readonly<Record<string, Features>> = { features, functions }
const fileOf = (name: string): string => `${name.replaceAll(',', '').replaceAll(' ', '-')}.sql`

const refusal = ({ message, hint }: UnsupportedOnDialect): string => `-- UnsupportedOnDialect: ${message}\n-- ${hint}\n`

/** The statement with its bindings behind it; what the dialect refuses, with the alternative. */
function textOf(feature: Features[string], dialect: DialectName): string {
  try {
    return statementText(feature(tablesOf(offline[dialect])).toSQL({ pretty: true }))
  } catch (error) {
    if (!(error instanceof UnsupportedOnDialect)) throw error
    return refusal(error)
  }
}

function statementText(printed: ReturnType<Printed['toSQL']>): string {
  const values = printed.bindings.map((value, at) => `-- ${at + 1}: ${shown(value)}`)
  return [
    printed.sql.startsWith('--') && !printed.sql.includes('\nselect') ? printed.sql : `${printed.sql};`,
    ...values,
    '',
  ].join('\n')
}

function shown(value: unknown): string {
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString('hex')}`
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value)
}

afterEach(() => vi.restoreAllMocks())

describe.each(dialectNames)('%s', (dialect) => {
  noteUses(dialect)

  describe('actions', () => {
    const named = (name: string): string => join(FOLDER, dialect, 'actions', fileOf(name))

    test.each(Object.keys(actions))('%s', async (name) => {
      vi.spyOn(console, 'log').mockImplementation(() => undefined)
      const texts = await sent(name, dialect).then(
        (statements) => statements.map(({ sql, bindings }) => statementText({ sql: formatSql(sql), bindings })),
        (error: unknown) => {
          if (!(error instanceof UnsupportedOnDialect)) throw error
          return [refusal(error)]
        },
      )
      await expect(texts.join('\n')).toMatchFileSnapshot(named(name))
    })

    test('no file is of an action that is gone', () => {
      const known = new Set(Object.keys(actions).map(fileOf))
      expect(readdirSync(join(FOLDER, dialect, 'actions')).filter((file) => !known.has(file))).toEqual([])
    })
  })

  describe.each(Object.entries(kinds))('%s', (kind, all) => {
    test.each(Object.entries(all))('%s', async (name, feature) => {
      await expect(textOf(feature, dialect)).toMatchFileSnapshot(join(FOLDER, dialect, kind, fileOf(name)))
    })

    test('no file is of a feature that is gone', () => {
      const known = new Set(Object.keys(all).map(fileOf))
      expect(readdirSync(join(FOLDER, dialect, kind)).filter((file) => !known.has(file))).toEqual([])
    })
  })
})
