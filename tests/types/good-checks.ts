/** Tests of data in the options of a model. Compiling is the test. */
import type { ColumnTests, ModelTest } from '../../src/check/declare.ts'
import type { ModelRef } from '../../src/check/model-ref.ts'
import type { DataFrame, Row } from '../../src/index.ts'
import { and, length, schema } from '../../src/index.ts'
import { customers, nested, orders } from './tables.ts'

/** Anything whose options come before the frame that says what they are about. */
export declare function model<R>(
  options: { tests?: ColumnTests<NoInfer<R>>; modelTests?: readonly ModelTest<NoInfer<R>>[] },
  build: () => DataFrame<R>,
): ModelRef<R>

const CHANNELS = ['web', 'app'] as const

export const customerModel = model(
  { tests: { id: ['unique', 'notNull'], country: [{ notNull: true, severity: 'warn', warnIf: '> 10' }] } },
  () => customers,
)

export const orderModel = model(
  {
    tests: {
      id: ['unique', { unique: true, name: 'unique_paid_orders', where: (o) => o.paid, limit: 100 }],
      customer_id: [
        { references: [customerModel, 'id'] },
        { references: [() => customerModel, 'id'], storeFailures: true },
      ],
      channel: [{ acceptedValues: CHANNELS }, { acceptedValues: ['web'], where: (o) => o.day.gte('2024-01-01') }],
      total: [{ acceptedValues: [1, 2.5] }],
      discount: [{ acceptedValues: [1] }],
      price: [{ acceptedValues: ['1.50', 2] }],
      paid: [{ acceptedValues: [true] }],
      day: [{ acceptedValues: ['2024-02-29'] }],
      placed_at: [{ acceptedValues: [new Date(0), '2024-02-29T12:00:00Z'] }],
    },
    modelTests: [
      { expression: (o) => o.total.gte(0), storeFailures: 'negative_orders' },
      { expression: (o) => and(o.total.gte(o.discount), length(o.channel).gt(1)), name: 'sound', severity: 'warn' },
      { rowCount: { min: 1 } },
      { rowCount: { min: 1, max: 10 }, where: (o) => o.paid },
      { rowCount: { equals: 5 } },
      { name: 'no_negatives', rows: (frame) => frame.filter((o) => o.total.lt(0)).select('id') },
      {
        name: 'no_twins',
        rows: (frame) =>
          frame
            .groupBy('day')
            .count()
            .filter((o) => o.count.gt(1)),
        errorIf: '> 5',
      },
    ],
  },
  () => orders,
)

/** Rows by their schema: what can be NULL may be left out. */
const Totals = schema({ day: 'date', total: 'double?' })
declare const totals: DataFrame<Row<typeof Totals>>
export const totalModel = model(
  { modelTests: [{ equals: [{ day: '2024-02-29', total: 1 }, { day: '2024-03-01' }] }] },
  () => totals,
)
export const copied = model({ modelTests: [{ equals: totalModel }, { equals: () => totalModel }] }, () => totals)

/** Columns of lists and documents have tests, too. */
export const nestedModel = model({ tests: { tags: ['notNull'], doc: ['notNull'] } }, () => nested)

/** A frame that nobody described. */
declare const untyped: DataFrame
export const untypedModel = model(
  { tests: { anything: ['unique', { acceptedValues: [1, 'x'] }] }, modelTests: [{ expression: (o) => o.a.gt(1) }] },
  () => untyped,
)
