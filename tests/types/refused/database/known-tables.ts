/** A program whose `Database` says which tables there are. */
import { type AnyRow, type Decimal, schema, type Session, table } from '../../../../src/index.ts'
import { row } from '../../equal.ts'

declare const session: Session
declare const anyName: string

interface Row {
  id: number
}

export const known = [
  row<{ id: number; total: Decimal; note: string | null }>()(session.table('orders')),
  row<{ id: number }>()(session.table('sales.customers')),
  row<{ id: number }>()(session.table<Row>('others')),
  row<{ id: number }>()(session.table<Row>(anyName)),
  row<{ id: number }>()(session.table<Row>('orders')),
  row<{ x: string }>()(session.table('others', schema({ x: 'string' }))),
  row<AnyRow>()(session.untyped('others')),
  row<{ id: number }>()(table('sales.customers')),
  row<{ id: number }>()(table<Row>('others')),
  row<AnyRow>()(session.untyped(anyName)),
]

export const mistakes = [
  session.table('ordres'), // ✗ Argument of type '"ordres"' is not assignable to parameter of type '"orders" | "sales.customers"'.
  session.table(anyName), // ✗ Argument of type 'string' is not assignable to parameter of type '"orders" | "sales.customers"'.
  table('ordres'), // ✗ Argument of type '"ordres"' is not assignable to parameter of type '"orders" | "sales.customers"'.
  session.table('orders').select('totl'), // ✗ totl
  session.table('orders').filter((o) => o.totl.gt(1)), // ✗ Property 'totl' does not exist
]
