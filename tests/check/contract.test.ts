import { beforeAll, describe, expect, test } from 'vitest'
import { checkBuilt, checkContract } from '../../src/check/contract.ts'
import { ContractBroken } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { fieldsOf } from '../write/writing.ts'
import { inScope, table, write } from './support.ts'

const PROMISED = fieldsOf({ id: 'long', note: 'string?', price: 'decimal(9,2)' })

describe('what a plan gives', () => {
  test.each([
    ['the same', { id: 'long', note: 'string?', price: 'decimal(9,2)' }],
    ['another order', { price: 'decimal(9,2)', note: 'string?', id: 'long' }],
    ['NULLs are for the rows to tell', { id: 'long?', note: 'string', price: 'decimal(9,2)?' }],
  ])('%s', (_, actual) => {
    expect(() => checkContract(PROMISED, fieldsOf(actual), 'orders')).not.toThrow()
  })

  test('all differences at once', () => {
    const actual = fieldsOf({ idd: 'long', price: 'double', extra: 'array<long>' })
    expect(() => checkContract(PROMISED, actual, 'orders')).toThrow(ContractBroken)
    expect(() => checkContract(PROMISED, actual, 'orders')).toThrow(
      'orders breaks its contract: "id" (long) is missing. Did you mean "idd"?; "note" (string) is missing; ' +
        '"price" (decimal(9,2)) is double; "idd" (long) is not promised; "extra" (array<long>) is not promised',
    )
  })
})

onEveryEngine((database) => {
  const check = (contract: Readonly<Record<string, string>>, name = 'built') =>
    inScope(database.engine, (scope) => checkBuilt(scope, fieldsOf(contract), table(name), 'orders'))

  beforeAll(async () => {
    const types = { id: 'long?', small: 'short', text: 'string?', price: 'decimal(9,2)?', sure: 'long' }
    await write(database.engine, 'built', types, [
      [1, 2, null, '1.50', 1],
      [2, 3, null, null, 2],
    ])
  })

  const ALL = { sure: 'long', id: 'long', small: 'short', text: 'string?', price: 'decimal(9,2)?' }

  test('kept: a column that could hold NULL, and holds none', async () => {
    await expect(check(ALL)).resolves.toBeUndefined()
    await expect(check({ ...ALL, id: 'long?', sure: 'long?' })).resolves.toBeUndefined()
  })

  test('broken: names, types and NULLs, all at once', async () => {
    const broken = check({
      id: 'int',
      small: 'short',
      txt: 'string',
      text: 'string',
      price: 'decimal(9,2)',
      sure: 'long',
    })
    await expect(broken).rejects.toThrow(ContractBroken)
    await expect(broken).rejects.toThrow(
      'orders breaks its contract: "id" (int) is long; "txt" (string) is missing; ' +
        '"text" (string) is NULL in 2 rows; "price" (decimal(9,2)) is NULL in 1 row',
    )
  })

  test('types that make one column are one type', async () => {
    // PostgreSQL has no smaller integer than a short.
    const asByte = check({ ...ALL, small: 'byte' })
    if (database.dialect === 'postgres') await expect(asByte).resolves.toBeUndefined()
    else await expect(asByte).rejects.toThrow('"small" (byte) is short')
  })

  test('a view', async () => {
    await database.engine.execute({ sql: 'CREATE VIEW seen AS SELECT sure AS id, text FROM built', bindings: [] })
    await expect(check({ id: 'long', text: 'string?' }, 'seen')).resolves.toBeUndefined()
    await expect(check({ id: 'long', text: 'string' }, 'seen')).rejects.toThrow('"text" (string) is NULL in 2 rows')
  })
})
