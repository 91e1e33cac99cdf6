/** How tests are written in the options of a model. Types alone: read-tests.ts reads them. */
import type { RowCondition } from '../column/aggregate.ts'
import type { Literal, NN } from '../column/values.ts'
import type { DataFrame, FrameOf } from '../frame/frame.ts'
import type { Cols } from '../frame/row-types.ts'
import type { RowInput } from '../frame/schema.ts'
import type { ModelRef } from './model-ref.ts'
import type { Severity } from './spec.ts'

/** What every test takes. R is a row of what is tested. */
export interface TestOptions<R> {
  /** What the test is called. Default: by what it tests, as `unique_orders_order_id`. */
  name?: string
  /** `warn`: failures are told, and stop nothing. Default `error`. */
  severity?: Severity
  /** The numbers of failures that make a warning: `'> 10'`, `'!= 0'` (the default), `'between 5 and 8'`. */
  warnIf?: string
  /** The numbers of failures that make an error, unless the severity is `warn`. Default `'!= 0'`. */
  errorIf?: string
  /** Only the rows for which it is true are tested. */
  where?: (columns: Cols<R>) => RowCondition
  /** Most failures that are looked for; `warnIf` and `errorIf` see no more. */
  limit?: number
  /** Keeps the failing rows of each run in a table: of the test's name, or of the name given. */
  storeFailures?: boolean | string
}

/** A reference to a model that the file may not have yet: `() => customers`. */
type Later<M> = M | (() => M)

/** A test of one column. */
export type ColumnTest<R, K extends keyof R> =
  /** No value comes twice; NULLs do not count. */
  | 'unique'
  /** Every row has a value. */
  | 'notNull'
  | ({ unique: true } & TestOptions<R>)
  | ({ notNull: true } & TestOptions<R>)
  /** Every value is one of these, or NULL. */
  | ({ acceptedValues: readonly Literal<NN<R[K]>>[] } & TestOptions<R>)
  /** Every value is in that column of that model, or is NULL. */
  | ({ references: readonly [model: Later<ModelRef<unknown>>, column: string] } & TestOptions<R>)

/** Tests by column. @example { order_id: ['unique', 'notNull'], status: [{ acceptedValues: ['placed', 'shipped'], severity: 'warn' }] } */
export type ColumnTests<R> = { readonly [K in keyof R]?: readonly ColumnTest<R, K>[] }

/** How many rows there are: bounds, or the number. */
export type RowCount =
  | { min: number; max?: number; equals?: never }
  | { max: number; min?: number; equals?: never }
  | { equals: number; min?: never; max?: never }

/** A test of a model as a whole. */
export type ModelTest<R> =
  /** A query of bad rows over the frame of what is tested. */
  | (TestOptions<R> & { name: string; rows: (frame: DataFrame<R>) => FrameOf<unknown> })
  /** A condition that is false for no row. NULL passes. */
  | (TestOptions<R> & { expression: (columns: Cols<R>) => RowCondition })
  | (TestOptions<R> & { rowCount: RowCount })
  /** The rows are these, each as often, in any order. What can be NULL may be left out of a row. */
  | (TestOptions<R> & { equals: readonly RowInput<R>[] | Later<ModelRef<R>> })
