/** Frames that a session makes of rows, numbers and files. Compiling is the test. */
import { type Decimal, type SqlDate, schema } from '../../src/index.ts'
import { row } from './equal.ts'
import { session } from './tables.ts'

const Sale = schema({ id: 'long', day: 'date', price: 'decimal(9,2)', at: 'timestamp?', note: 'string?', tags: 'array<string>' }) // biome-ignore format: one glance
interface SaleRow {
  id: number
  day: SqlDate
  price: Decimal
  at: Date | null
  note: string | null
  tags: readonly (string | null)[]
}

/** The schema says what the rows are: dates and decimals may be given as text, what can be NULL left out. */
export const sales = row<SaleRow>()(
  session.createDataFrame(
    [
      { id: 1, day: '2024-02-29', price: '12.50', at: '2024-02-29T12:00:00Z', note: null, tags: ['a', null] },
      { id: 2n, day: '2024-03-01', price: 3, at: new Date(0), tags: [] },
    ],
    Sale,
  ),
)
export const compared = sales.filter((s) => s.day.gt('2024-01-01'))
export const none = row<SaleRow>()(session.createDataFrame([], Sale))

/** Without a schema the rows say it. */
export const inferred = row<{ n: number; s: string | null }>()(
  session.createDataFrame([{ n: 1, s: null as string | null }]),
)

/** What may be left out is NULL where it is: rows never hold undefined. */
interface Noted {
  id: number
  note?: string
  day: Date | undefined
}
export const noted = [
  row<{ id: number; note: string | null; day: Date | null }>()(session.table<Noted>('notes')),
  row<{ id: number; note: string | null; day: Date | null }>()(session.createDataFrame<Noted>([])),
  row<{ a: number; b: string | null }>()(session.createDataFrame([{ a: 1, b: 'x' }, { a: 2 }])),
]

export const numbers = row<{ id: number }>()(session.range(1, 10, 2))
export const cached = row<SaleRow>()(sales.cache())
