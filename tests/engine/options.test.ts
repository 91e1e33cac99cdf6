import { describe, expect, test } from 'vitest'
import { duckdb } from '../../src/engine/duckdb/index.ts'
import { mssql } from '../../src/engine/mssql/index.ts'
import { postgres } from '../../src/engine/postgres/index.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { InvalidArgument } from '../../src/errors/index.ts'

/** As plain JavaScript gives them. */
const given = (options: object): never => options as never

describe.each([
  ['sqlite', (more: object) => sqlite(given({ file: ':memory:', ...more })), { poool: 2 }, 'pool'],
  ['duckdb', (more: object) => duckdb(given({ file: ':memory:', ...more })), { readOnly: true }, 'readonly'],
  ['postgres', (more: object) => postgres(given({ host: 'db.invalid', ...more })), { pasword: 'hunter22' }, 'password'],
  ['mssql', (more: object) => mssql(given({ host: 'db.invalid', ...more })), { hostt: 'x' }, 'host'],
])('%s', (name, open, misspelled, meant) => {
  test('refuses an option that it does not know, with the nearest name', () => {
    const [wrong = ''] = Object.keys(misspelled)
    const thrown = errorOf(() => open(misspelled))
    expect(thrown.message).toBe(`${name}: unknown option "${wrong}"`)
    expect(thrown.hint).toMatch(`Did you mean "${meant}"`)
    expect(thrown.hint).not.toContain('hunter22')
  })

  test('says where a schema belongs', () => {
    expect(errorOf(() => open({ schema: 'dev' })).hint).toContain('export const schema =')
  })

  test('takes an option that is undefined', async () => {
    await open({ pool: undefined }).close()
  })
})

test('a misspelled option does not compile', () => {
  // @ts-expect-error there is no such option
  expect(() => postgres({ schema: 'dev' })).toThrow(InvalidArgument)
})

function errorOf(run: () => unknown): InvalidArgument {
  try {
    run()
  } catch (error) {
    if (error instanceof InvalidArgument) return error
    throw error
  }
  throw new Error('nothing was thrown')
}
