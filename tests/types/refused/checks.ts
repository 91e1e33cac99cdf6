/** Tests of data that make no sense. One mistake a line, and beside it what the checker says. */
import type { ColumnTests, ModelTest } from '../../../src/check/declare.ts'
import type { ModelRef } from '../../../src/check/model-ref.ts'
import type { Decimal, SqlDate } from '../../../src/index.ts'
import { customers, orders } from '../tables.ts'
import { customerModel, model } from '../good-checks.ts'

interface Order {
  id: number
  status: string | null
  day: SqlDate
  price: Decimal
}
declare const totals: ModelRef<{ id: string }>

export const columns: readonly ColumnTests<Order>[] = [
  { idd: ['unique'] }, // ✗ 'idd' does not exist in type
  { id: 'unique' }, // ✗ Type 'string' is not assignable to type 'readonly ColumnTest<Order, "id">[]'.
  { id: ['uniq'] }, // ✗ Type '"uniq"' is not assignable to type
  { id: [{ unique: false }] }, // ✗ Type 'false' is not assignable to type 'true'.
  { id: [{ acceptedValues: ['1'] }] }, // ✗ Type 'string' is not assignable to type 'number | bigint'.
  { status: [{ acceptedValues: [1] }] }, // ✗ Type 'number' is not assignable to type 'string'.
  { status: [{ acceptedValues: [null] }] }, // ✗ Type 'null' is not assignable to type 'string'.
  { day: [{ acceptedValues: [20240229] }] }, // ✗ Type 'number' is not assignable to type 'string'.
  { price: [{ acceptedValues: [true] }] }, // ✗ Type 'boolean' is not assignable to type 'string | number | bigint'.
  { id: [{ references: ['customers', 'id'] }] }, // ✗ Type 'string' is not assignable to type
  { id: [{ references: [customerModel] }] }, // ✗ Source has 1 element(s) but target requires 2
  { id: [{ unique: true, severity: 'warning' }] }, // ✗ Type '"warning"' is not assignable to type 'Severity | undefined'.
  { id: [{ unique: true, where: (o) => o.idd.gt(1) }] }, // ✗ Property 'idd' does not exist
  { id: [{ unique: true, where: (o) => o.id }] }, // ✗ Type 'NamedColumn<"id", number>' is not assignable to type 'RowCondition'.
  { id: [{ unique: true, warnIf: 10 }] }, // ✗ Type 'number' is not assignable to type 'string'.
]

export const wholes: readonly ModelTest<Order>[] = [
  { rowCount: {} }, // ✗ Type '{}' is not assignable to type 'RowCount'.
  { rowCount: { min: 1, equals: 1 } }, // ✗ is not assignable to type
  { expression: (o) => o.id.plus(1) }, // ✗ is not assignable to type 'Condition'
  { expression: (o) => o.idd.gt(1) }, // ✗ Property 'idd' does not exist
  { rows: (frame) => frame }, // ✗ Property 'name' is missing
  { name: 'x', rows: (frame) => frame.filter((o) => o.idd.gt(1)) }, // ✗ Property 'idd' does not exist
  { name: 'x', rows: () => 7 }, // ✗ Type 'number' is not assignable to type 'FrameOf<unknown>'.
  { equals: [{ id: 1 }] }, // ✗ is missing the following properties
  { equals: totals }, // ✗ is not assignable to type
]

export const models = [
  model({ tests: { idd: ['unique'] } }, () => customers), // ✗ 'idd' does not exist in type
  model({ tests: { channel: [{ acceptedValues: [1] }] } }, () => orders), // ✗ Type 'number' is not assignable to type 'string'.
]
