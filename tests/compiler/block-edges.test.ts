/** What fusing and pruning must leave alone, seen in the SQL: columns that decide which rows there are, and names that an alias would capture. */
import { describe, expect, test } from 'vitest'
import { and, rowNumber, sum, Window } from '../../src/index.ts'
import { offline, tablesOf } from './support.ts'

const { orders, customers } = tablesOf(offline.postgres)
const sqlOf = (frame: { toSQL(): { readonly sql: string } }): string => frame.toSQL().sql
const both = orders.select('id', 'customer_id')

describe('a column that nobody reads stays', () => {
  test('below DISTINCT, where it tells rows apart', () => {
    expect(sqlOf(both.distinct().select('id'))).toContain('select distinct "id", "customer_id" from')
  })

  test.each([
    ['intersect', both.intersect(both)],
    ['except', both.subtract(both)],
    ['intersect all', both.intersectAll(both)],
  ])('below %s, which compares whole rows', (operator, frame) => {
    const [, left = '', right = ''] =
      new RegExp(`from \\((.*) ${operator} (.*)\\) as`).exec(sqlOf(frame.select('id'))) ?? []
    expect(left).toContain('"id", "customer_id"')
    expect(right).toContain('"id", "customer_id"')
  })

  test('below UNION, whose branches have as many columns each', () => {
    const counted = sqlOf(both.union(both).select('id')).split('"customer_id"').length - 1
    expect(counted).toBe(2)
  })

  test('where it is the last aggregate of all rows', () => {
    expect(
      sqlOf(
        orders
          .agg((o) => ({ t: sum(o.total) }))
          .crossJoin(customers)
          .select('name'),
      ),
    ).toContain('sum("total")')
  })

  test('and where nobody reads it and it decides nothing, it goes', () => {
    const numbered = orders.withColumn('n', rowNumber().over(Window.orderBy(orders.id))).filter((o) => o.n.eq(1))
    expect(sqlOf(numbered.select('id'))).not.toContain('"placed"')
  })
})

test('two thousand conditions are a balanced tree, not a chain deeper than parsers go', () => {
  const sql = sqlOf(orders.filter(and(...Array.from({ length: 2000 }, (_, n) => orders.id.ne(n)))))
  let depth = 0
  let deepest = 0
  for (const sign of sql) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  expect(sql.split(' and ')).toHaveLength(2000)
  expect(deepest).toBeGreaterThan(0)
  expect(deepest).toBeLessThan(20)
})

describe('a name that an output has taken is said with its table', () => {
  test('in HAVING', () => {
    const grouped = orders
      .groupBy('status')
      .agg((o) => ({ total: sum(o.total) }))
      .filter((o) => o.total.gt(1))
    expect(sqlOf(grouped)).toContain('having sum("orders"."total") > $1')
  })

  test('in ORDER BY', () => {
    const swapped = orders.select('id', 'total').orderBy('id').rename({ id: 'total', total: 'id' })
    expect(sqlOf(swapped)).toContain('order by "orders"."id"')
  })

  test('in GROUP BY', () => {
    const swapped = orders.groupBy('customer_id', 'id').count().rename({ customer_id: 'id', id: 'customer_id' })
    expect(sqlOf(swapped)).toContain('group by "orders"."customer_id", "orders"."id"')
  })

  test('and nowhere else', () => {
    expect(sqlOf(orders.select('id', 'total').orderBy('id'))).not.toContain('"orders".')
  })
})
