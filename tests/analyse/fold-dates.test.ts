import { describe, expect, test } from 'vitest'
import { addMonths, currentDate, dateAdd, dateSub, lit } from '../../src/index.ts'
import { offline, tablesOf } from '../compiler/support.ts'

const { orders } = tablesOf(offline.sqlite)
type Day = Parameters<typeof addMonths>[0]

/** What a comparison with the day is bound as; the SQL where the day is still computed. */
function sentFor(day: Day): unknown {
  const { sql, bindings } = orders
    .filter((o) => o.placed.lt(day as never))
    .select('id')
    .toSQL()
  return sql.endsWith('"placed" < ?') ? bindings[0] : sql
}
const day = (text: string) => lit(text, 'date')

describe('a day computed from a literal day is sent as the day that it comes to', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['1995-12-15', 1, '1996-01-15'],
    ['2024-01-31', -25, '2021-12-31'],
    ['0001-03-31', -1, '0001-02-28'],
  ])('addMonths(%s, %i) is %s', (from, months, to) => expect(sentFor(addMonths(day(from), months))).toBe(to))

  test.each([
    ['2024-02-28', 2, '2024-03-01'],
    ['2023-12-31', 1, '2024-01-01'],
    ['1899-12-31', -365, '1898-12-31'],
  ])('%s and %i days are %s', (from, days, to) => {
    expect(sentFor(dateAdd(day(from), days))).toBe(to)
    expect(sentFor(dateSub(day(from), -days))).toBe(to)
  })

  test('of a computed day too', () => {
    expect(sentFor(addMonths(dateSub(day('2024-03-01'), 1), 12))).toBe('2025-02-28')
    expect(sentFor(dateSub(dateAdd(currentDate(), 1), 1))).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })
})

describe('left to the database', () => {
  test.each([
    ['a day after the last', addMonths(day('9999-12-31'), 1)],
    ['a day before the first', dateSub(day('0001-01-01'), 1)],
    ['a number of days that is a column', dateAdd(day('2024-01-01'), orders.id)],
    ['a day that is a column', addMonths(orders.placed, 1)],
  ])('%s', (_, moved) => expect(sentFor(moved)).toContain('"placed" <'))
})
