import type { ColumnTests, ModelTest } from '../../check/declare.ts'
import type { KeyOf } from '../../frame/options.ts'
import type { Schema } from '../../frame/schema.ts'
import type { NodeOptions } from '../task.ts'

/** What models and snapshots can be told beyond what everything can. */
export interface RelationOptions<R> extends NodeOptions {
  /** The relation's name in the database. Default: the export's name in snake_case. */
  name?: string
  /** Its schema. Default: that of the connection. `{user}` becomes the name of who runs it. */
  schema?: string
  /** What the columns mean; kept as comments where the database has them. */
  columns?: { readonly [K in keyof R]?: string }
  /** What must be true of the values of a column. */
  tests?: ColumnTests<R>
  /** What must be true of the rows. */
  modelTests?: readonly ModelTest<R>[]
  /** Anything that other tools or `config.meta.x` selectors shall know. */
  meta?: Readonly<Record<string, unknown>>
}

interface BuiltOptions<R> extends RelationOptions<R> {
  /** The columns that the relation must have: names, types and whether NULL may stand in them; their order is free. */
  contract?: Schema<R>
  /** The column that says when a row happened: what `--sample` limits by, and the batches of whoever reads it. */
  eventTime?: keyof R & string
}

export interface ViewOptions<R> extends BuiltOptions<R> {
  materialized: 'view'
}

export interface EphemeralOptions<R> extends BuiltOptions<R> {
  /** No relation of its own: it becomes part of the queries that read it. */
  materialized: 'ephemeral'
}

export interface TableOptions<R> extends BuiltOptions<R> {
  /** Default: a table, replaced as a whole and at once. */
  materialized?: 'table'
  /** Those that Millrace has made for the model and are named no more go; what somebody else has made stays. */
  indexes?: readonly KeyOf<R>[]
  /** `before`: built beside and tested; it takes the table's place only if its tests pass. */
  audit?: 'before'
}

interface IncrementalBase<R> extends BuiltOptions<R> {
  materialized: 'incremental'
  /** As of a table; the unique index of `merge` goes with its key. */
  indexes?: readonly KeyOf<R>[]
  /**
   * What a changed column list does: an error (default), new columns in the table, nothing (the common columns are
   * written), or a rebuild of everything.
   */
  onSchemaChange?: 'fail' | 'append' | 'ignore' | 'fullRefresh'
}

/** How new rows get into the table. */
export type IncrementalOptions<R> = IncrementalBase<R> &
  (
    | { strategy: 'append' }
    /** Rows whose key is there are updated, the others inserted. */
    | { strategy: 'merge'; key: KeyOf<R>; update?: readonly (keyof R & string)[] }
    /** Rows of the table whose key is among the new rows are deleted, then the new rows inserted. */
    | { strategy: 'deleteInsert'; key: KeyOf<R> }
    | MicrobatchOptions<R>
  )

/**
 * One batch of time after the other, each replaced as a whole, in a transaction of its own.
 *
 * The body is called once for each batch. What it reads with `ref` is limited to the time of the batch where that input
 * (model, source or seed) tells its own `eventTime`; inputs without one, such as tables of countries, are read whole. A
 * row of the result that lies outside of its batch is an error.
 *
 * @example
 * const raw = source('raw', 'events', { schema: Events, eventTime: 'at' })
 * export const events = Model(
 *   { materialized: 'incremental', strategy: 'microbatch', eventTime: 'at', batch: 'day', begin: '2026-01-01' },
 *   () => ref(raw).dropDuplicates(['id']),
 * )
 */
export interface MicrobatchOptions<R> {
  strategy: 'microbatch' | 'replaceWhere'
  /** The column of the result that says which batch a row is in: a timestamp or a date, in UTC. */
  eventTime: keyof R & string
  batch: 'hour' | 'day' | 'month'
  /** Where the first batch begins: `'2026-01-01'`. In UTC. */
  begin: string
  /** How many batches before the current one are computed again. Default 1. */
  lookback?: number
}

export type ModelOptions<R> = ViewOptions<R> | TableOptions<R> | EphemeralOptions<R> | IncrementalOptions<R>

export type Materialization = NonNullable<ModelOptions<never>['materialized']>
