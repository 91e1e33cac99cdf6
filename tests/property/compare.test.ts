/** When random programs' answers count as equal. */
import { expect, test } from 'vitest'
import { differenceFrom } from './compare.ts'

test('rows that are nearly equal do not take what others are equal to', () => {
  const rows = (...units: bigint[]) => units.map((unit) => [{ units: unit, scale: 0 }])
  const model = (...units: bigint[]) => ({
    columns: [{ name: 'n', type: 'decimal(10,0)', nullable: false, id: 0, loose: false }],
    rows: rows(...units),
    places: undefined,
  })
  const found = (...units: bigint[]) => ({ columns: [['n', 'decimal(10,0)'] as const], rows: rows(...units) })
  expect(differenceFrom(model(1n, 2n, 3n), found(2n, 3n, 1n), false)).toBeUndefined()
  expect(differenceFrom(model(1n, 2n, 3n), found(2n, 3n, 5n), false)).toBe('rows')
  expect(differenceFrom(model(1n, 2n, 3n), found(2n, 3n, 0n), true)).toBe('rows')
})
