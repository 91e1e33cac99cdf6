import { expect, test } from 'vitest'
import { rowTypeNames } from '../../src/cli/row-type-names.ts'

test.each([
  [['orders'], ['Orders']],
  [
    ['area_m²', '_private', 'a__b'],
    ['AreaM', 'Private', 'AB'],
  ],
  [
    ['order_items', 'order items', 'orderItems'],
    ['OrderItems', 'OrderItems2', 'OrderItems3'],
  ],
  [
    ['sales.orders', '"my.table"'],
    ['SalesOrders', 'MyTable'],
  ],
  [
    ['date', 'tables', 'decimal', 'DateRow'],
    ['DateRow', 'TablesRow', 'DecimalRow', 'DateRow2'],
  ],
  [
    ['2024', 'größe', '注文', '—', '"'],
    ['Table2024', 'Größe', '注文', 'Table', 'Table2'],
  ],
])('%j have row types called %j', (tables, names) => {
  expect([...rowTypeNames(tables).values()]).toEqual(names)
})
