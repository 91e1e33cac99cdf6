/** Tables of a database of which nothing is said. Compiling is the test. */
import type { AnyRow } from '../../src/index.ts'
import { row } from './equal.ts'
import { session } from './tables.ts'

declare const anyName: string

export const frames = [
  row<AnyRow>()(session.table('orders')),
  row<AnyRow>()(session.table(anyName)),
  row<AnyRow>()(session.untyped('orders')),
  row<{ id: number }>()(session.table<{ id: number }>('orders')),
  session
    .table('orders')
    .filter((o) => o.total.gt(1))
    .select('id', 'total'),
]
