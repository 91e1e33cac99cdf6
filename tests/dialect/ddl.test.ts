import { describe, expect, test } from 'vitest'
import { checkColumnNames, indexName, isOwnIndex } from '../../src/dialect/ddl.ts'
import { dollarNumbers, questionMarks } from '../../src/dialect/placeholders.ts'
import { postgresDdl } from '../../src/dialect/postgres/ddl.ts'
import { sqliteDdl } from '../../src/dialect/sqlite/ddl.ts'
import { parseType } from '../../src/plan/type.ts'

test.each([
  ['orders', ['day'], 'idx'],
  ['orders', ['customer_id', 'day'], 'key'],
  ['orders', ['a__b'], 'idx'],
  ['ä'.repeat(31), ['a', 'b'.repeat(60)], 'key'],
] as const)('the name of an index of %s by %j is known again', (table, columns, ending) => {
  for (const ddl of [sqliteDdl, postgresDdl]) {
    expect(isOwnIndex(ddl, table, indexName(ddl, table, columns, ending))).toBe(true)
    for (const name of ['by_day', 'orders_idx', 'orders_day_key', `${table}_pkey`, `${table}__day`])
      expect(isOwnIndex(ddl, table, name)).toBe(false)
    expect(isOwnIndex(ddl, 'order', indexName(ddl, table, columns, ending))).toBe(false)
  }
})

describe('names of indexes', () => {
  test('are readable, stable, and never the same for two indexes', () => {
    expect(indexName(sqliteDdl, 'orders', ['customer_id', 'day'])).toBe('orders__customer_id__day__idx')
    const names = [
      ['a', ['b_c']],
      ['a_b', ['c']],
      ['a', ['b', 'c']],
      ['a__b', ['c']],
      ['a', ['b__c']],
      ['a_', ['b']],
      ['a', ['_b']],
    ].map(([table, columns]) => indexName(sqliteDdl, table as string, columns as string[]))
    expect(new Set(names).size).toBe(names.length)
  })

  test('fit into the engine’s limit, in whole characters', () => {
    const name = indexName(postgresDdl, 'ä'.repeat(31), ['a', 'b'.repeat(60)])
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63)
    expect(name).toMatch(/^ä+__[0-9a-f]{12}_idx$/)
  })
})

test('placeholders: not in texts, names and comments', () => {
  const marks = `SELECT ? AS "a?", '?''?' -- ?\n, /* ? */ ? FROM t`
  expect(questionMarks(marks).map(({ start, end, binding }) => [marks.slice(start, end), binding])).toEqual([
    ['?', 0],
    ['?', 1],
  ])
  const dollars = `SELECT $2::text AS "a$1", '$1', col$1, $1 -- $3`
  expect(dollarNumbers(dollars).map(({ binding }) => binding)).toEqual([1, 0])
})

test('literals', () => {
  expect([null, true, 5n, -5n, 7, -0.5, 1e300, Infinity, "it's", new Uint8Array([255])].map(sqliteDdl.literal)).toEqual(
    ['NULL', '1', '5', '(-5)', '7.0', '(-0.5)', '1e+300', '9e999', `'it''s'`, `X'ff'`],
  )
  expect([null, true, 5n, -5.5, "it's", new Uint8Array([255]), ['a"', null]].map(postgresDdl.literal)).toEqual([
    'NULL',
    'TRUE',
    `'5'`,
    `'-5.5'`,
    `'it''s'`,
    `'\\xff'`,
    `'{"a\\"",NULL}'`,
  ])
})

test('types that an engine cannot hold are refused by name', () => {
  for (const type of [
    'decimal(16,2)',
    'array<decimal(16,2)>',
    'map<string,decimal(38,0)>',
    'struct<a:array<decimal(38,0)>>',
  ]) {
    expect(() => sqliteDdl.typeName(parseType(type), 'amount')).toThrow(
      expect.objectContaining({ code: 'UnsupportedOnDialect', message: expect.stringContaining(`column "amount"`) }),
    )
  }
  expect(postgresDdl.typeName(parseType('array<decimal(5,1)>'), 'a')).toBe('numeric(5,1)[]')
  expect(postgresDdl.typeName(parseType('array<array<int>>'), 'a')).toBe('jsonb')
})

test('column names: SQLite folds ASCII letters alone', () => {
  expect(() => checkColumnNames(sqliteDdl, ['é', 'É', 'a'])).not.toThrow()
  expect(() => checkColumnNames(sqliteDdl, ['a', 'A'])).toThrow(expect.objectContaining({ code: 'InvalidName' }))
  expect(() => checkColumnNames(postgresDdl, ['a', 'A'])).not.toThrow()
})
