/** What `toSQL` takes and refuses: it writes for any database without one. */
import { describe, expect, test } from 'vitest'
import { dialectNames } from '../../src/dialect/index.ts'
import {
  col,
  currentDate,
  currentTimestamp,
  InvalidArgument,
  SchemaNotLoaded,
  UnsupportedOnDialect,
} from '../../src/index.ts'
import { offline, tablesOf } from '../compiler/support.ts'
import { noteUses } from '../matrix/uses.ts'

const { orders } = tablesOf(offline.sqlite)
const frame = orders.filter((o) => o.status.eq('paid').and(o.total.gt(1))).limit(3)

describe.each(dialectNames)('on %s', (dialect) => {
  noteUses(dialect)

  test('the clock is a constant of the program', () => {
    const { sql, bindings } = tablesOf(offline[dialect])
      .customers.select(col('id'), currentDate().as('today'), currentTimestamp().as('now'))
      .toSQL()
    expect(sql).not.toMatch(/now\(|current_|getdate|sysdate/i)
    expect(bindings).toHaveLength(2)
  })
})

describe('toSQL', () => {
  test.each(dialectNames)('writes for %s what a session of it would', (dialect) => {
    const own = tablesOf(offline[dialect]).orders
    const same = own.filter((o) => o.status.eq('paid').and(o.total.gt(1))).limit(3)
    expect(frame.toSQL({ dialect })).toEqual(same.toSQL())
  })

  test('without options it is the session’s own, on one line', () => {
    expect(frame.toSQL()).toEqual({
      sql: 'select "id", "customer_id", "status", "total", "placed" from "orders" where "status" = ? and "total" > ? limit ?',
      bindings: ['paid', 1, 3],
    })
  })

  test('pretty is a clause a line, and the same bindings', () => {
    expect(frame.toSQL({ dialect: 'postgres', pretty: true })).toEqual({
      sql: 'select "id", "customer_id", "status", "total", "placed"\nfrom "orders"\nwhere "status" = $1 and "total" > $2\nlimit $3',
      bindings: ['paid', '1', 3],
    })
  })

  test('rows of one’s own need no schema', () => {
    const { sql } = offline.postgres.createDataFrame([{ a: 1 }]).toSQL({ dialect: 'mssql' })
    expect(sql).toContain("from openjson(@p0) with ([a] bigint '$[0]')")
  })

  test('names survive brackets and question marks', () => {
    const { sql } = offline.duckdb.createDataFrame([{ 'a]? [b': 1 }]).toSQL({ dialect: 'mssql' })
    expect(sql).toContain('[a]]? [b]')
    for (const dialect of dialectNames)
      expect(offline.sqlite.createDataFrame([{ 'a\\?b"': 1 }]).toSQL({ dialect }).bindings).toHaveLength(1)
  })

  test('an unknown dialect is told the nearest', () => {
    const unknown = (dialect: string) => () => frame.toSQL({ dialect: dialect as 'sqlite' })
    expect(unknown('postgresql')).toThrow(InvalidArgument)
    expect(unknown('postgresql')).toThrow(
      expect.objectContaining({ hint: expect.stringMatching(/postgres.*There are.*mssql/) }),
    )
    expect(unknown('toString')).toThrow(/no dialect "toString"/)
  })

  test('text of one database is not written for another', () => {
    const own = offline.sqlite.sql`select 1 as one`
    expect(() => own.toSQL({ dialect: 'mssql' })).toThrow(UnsupportedOnDialect)
  })

  test('a table without a schema is not guessed', () => {
    expect(() => offline.sqlite.table('orders').toSQL({ dialect: 'mssql' })).toThrow(SchemaNotLoaded)
  })
})
