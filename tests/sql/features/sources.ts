import { schema } from '../../../src/index.ts'
import type { Features } from '../tables.ts'

const All = schema({
  b: 'boolean?', y: 'byte?', i: 'int?', l: 'long', f: 'float?', d: 'double?', p: 'decimal(12,2)?', s: 'string?', x: 'binary?', day: 'date?', at: 'timestamp?', j: 'json?',
}) // biome-ignore format: one glance

export const sources: Features = {
  'values inferred': ({ session }) => session.createDataFrame([{ id: 1, name: 'Ada' }, { id: 2, name: 'Bo' }]),
  'values of every type': ({ session }) =>
    session.createDataFrame(
      [{ b: true, y: 1, i: 2, l: 2n ** 52n, f: 0.5, d: 1e100, p: '1.50', s: "it's ?", x: new Uint8Array([255, 0]), day: '2024-02-29', at: new Date('2024-02-29T12:30:00.250Z'), j: { a: [1] } }],
      All,
    ),
  'values joined': ({ session, orders }) => orders.join(session.createDataFrame([{ status: 'paid', rank: 1 }]), 'status').select('id', 'rank'),
  'range joined': ({ session, orders }) => session.range(5).join(orders, 'id', 'left').select('id', 'total'),
  range: ({ session }) => session.range(1, 10, 3),
  'range filtered': ({ session }) => session.range(5).filter((r) => r.id.gt(2)),
} // biome-ignore format: a feature a line
