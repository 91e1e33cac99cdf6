import type { Knex } from 'knex'
import type { NoAggregate } from '../column/aggregate.ts'
import type { ColumnOf, Condition, NamedColumn, SortKey } from '../column/column.ts'
import type { AnyRow, Simplify } from '../column/values.ts'
import type { Aggregates, AggregatesRow, Alike, Cols, Dropped, Extremes, How, IsUntyped, Joined, JoinedByName, NewNames, NumericName, Picked, Renamed, Selection, SharedKey, Totals, United, With, WithColumn } from './row-types.ts' // biome-ignore format: one import

declare const ROW: unique symbol

/** A verb's condition: a column, or a function of the frame's columns that gives one. */
export type ConditionOf<R> = Condition | ((columns: Cols<R>) => Condition)
// biome-ignore lint/suspicious/noExplicitAny: a column of any value
type AnyColumn = ColumnOf<any>
/** A column of rows: an aggregate belongs in `agg`, or before `.over(window)`. */
type RowColumn<V> = ColumnOf<V> & NoAggregate
/** What a join is made on: both sides' columns compared. */
export type JoinCondition<L, R> =
  | RowColumn<boolean | null>
  | ((left: Cols<L>, right: Cols<R>) => RowColumn<boolean | null>)
/** A key of `orderBy`: a name, a column, a column with a direction, or a function of the columns that gives some. */
export type OrderOf<R> =
  | (keyof R & string)
  | AnyColumn
  | SortKey
  | ((columns: Cols<R>) => AnyColumn | SortKey | readonly (AnyColumn | SortKey)[])

export interface JoinOptions<H extends How, S extends string> {
  how?: H
  /** What a colliding right-hand name gets appended. Default `_right`. */
  suffix?: S
}

/** The kind alone, or options. The template keeps an object without `how` from being taken for any kind at all. */
type JoinHow<H extends How, S extends string> = `${H}` | JoinOptions<H, S>
type Kind<H extends How> = [H] extends [never] ? 'inner' : H

export interface ShowOptions {
  /** How many rows. Default 20. */
  rows?: number
  /** Longest cell in characters; `false` shows all. Default 20. */
  truncate?: number | false
}

/** A name, or several, of columns. */
export type KeyOf<R> = (keyof R & string) | readonly (keyof R & string)[]

export interface WriteOptions<R> {
  /** What happens where the table exists: an error (default), its replacement, more rows, or nothing. */
  mode?: 'error' | 'overwrite' | 'append' | 'ignore'
  /** Indexes to make with the table. */
  indexes?: readonly KeyOf<R>[]
  /** In `append`, what a changed column list does: an error (default), new columns in the table, or nothing. */
  onSchemaChange?: 'fail' | 'append' | 'ignore'
}

export interface WriteResult {
  readonly rowsInserted: number
  readonly rowsUpdated: number
  readonly rowsDeleted: number
  readonly durationMs: number
}

/** SQL text with its bindings, as the engine's driver takes them. */
export interface SqlText {
  readonly sql: string
  readonly bindings: readonly unknown[]
}

/**
 * A frame as an argument: known by its rows alone. Inference that looked through all verbs of `Frame` would take the rows
 * of their results for further candidates.
 */
export interface FrameOf<out R> {
  readonly [ROW]: R
}

/**
 * The verbs and actions of a lazy frame of rows R. Verbs give a new frame and touch nothing; actions (everything that
 * returns a promise) run SQL.
 *
 * In verbs a string is a column's name. Every verb that takes columns also takes a function of the frame's columns.
 */
export interface Frame<in out R> {
  readonly [ROW]: R

  /** The column of that name, for names that a verb hides: `df.col('count')`. */
  col<K extends keyof R & string>(name: K): NamedColumn<K, R[K]>

  /** The named columns, in that order: names, columns, or one function that gives a list. */
  select<const A extends readonly Selection<R>[]>(...columns: A): DataFrame<Picked<R, A>>
  /** The rows for which every condition is true. */
  filter(...conditions: ConditionOf<R>[]): DataFrame<R>
  /** `filter` by its SQL name. */
  where(...conditions: ConditionOf<R>[]): DataFrame<R>
  /** Replaces the column in place if the name exists, else appends it. */
  withColumn<K extends string, V>(
    name: K,
    value: RowColumn<V> | ((columns: Cols<R>) => RowColumn<V>),
  ): DataFrame<WithColumn<R, K, V>>
  /** Several at once; each sees only the old columns. */
  withColumns<S extends Record<string, AnyColumn & NoAggregate>>(
    columns: S | ((columns: Cols<R>) => S),
  ): DataFrame<With<R, S>>
  /** New names for columns, the whole map at once: `rename({ a: 'b', b: 'a' })` swaps. */
  rename<const M extends { readonly [P in keyof R]?: string }>(
    names: M & NoInfer<NewNames<R, M>>,
  ): DataFrame<Renamed<R, M>>
  /** One column renamed. */
  withColumnRenamed<const K extends keyof R & string, const N extends string>(
    from: K,
    to: N,
  ): DataFrame<Renamed<R, { [P in K]: N }>>
  drop<const K extends keyof R & string>(...columns: (K | NamedColumn<K, unknown>)[]): DataFrame<Dropped<R, K>>
  /** The same rows under a new identity, for joining a frame with itself. The name appears in messages. */
  alias(name: string): DataFrame<R>
  distinct(): DataFrame<R>
  orderBy(...keys: OrderOf<R>[]): DataFrame<R>
  /** `orderBy` by its other name. */
  sort(...keys: OrderOf<R>[]): DataFrame<R>
  limit(count: number): DataFrame<R>
  offset(count: number): DataFrame<R>

  /** By a condition: all columns of both; a right-hand name that collides gets `_right`, or the `suffix`. */
  join<R2, H extends How = 'inner', const S extends string = '_right'>(
    other: FrameOf<R2>,
    on: JoinCondition<R, R2>,
    how?: JoinHow<H, S>,
  ): DataFrame<Joined<R, R2, Kind<H>, S>>
  /** By name or names: the key columns once, first. */
  join<R2, const K extends SharedKey<R, R2>, H extends How = 'inner', const S extends string = '_right'>(
    other: FrameOf<R2>,
    on: K | readonly K[],
    how?: JoinHow<H, S>,
  ): DataFrame<JoinedByName<R, R2, K, Kind<H>, S>>
  /** Every row with every row. */
  crossJoin<R2, const S extends string = '_right'>(
    other: FrameOf<R2>,
    options?: { suffix?: S },
  ): DataFrame<Joined<R, R2, 'cross', S>>

  /** Groups of rows with equal keys: names, columns, or one function that gives a list. */
  groupBy<const A extends readonly Selection<R>[]>(...columns: A): GroupedData<R, Picked<R, A>>
  /** Aggregates over all rows: one row. */
  agg<S extends Aggregates>(aggregates: S | ((columns: Cols<R>) => S)): DataFrame<Simplify<AggregatesRow<S>>>
  /** All rows of both, by position; duplicates stay. */
  union<R2>(other: FrameOf<R2>): DataFrame<United<R, R2>>
  /** All rows of both, by name. */
  unionByName<R2 extends Alike<R>>(other: FrameOf<R2>): DataFrame<United<R, R2>>
  /** Puts a function of frames into a chain. */
  transform<R2>(change: (frame: DataFrame<R>) => DataFrame<R2>): DataFrame<R2>

  /** All rows. */
  collect(): Promise<Simplify<R>[]>
  /** The first row, or null. */
  first(): Promise<Simplify<R> | null>
  /** The first `count` rows. */
  take(count: number): Promise<Simplify<R>[]>
  count(): Promise<number>
  isEmpty(): Promise<boolean>
  /** Prints the first rows as a table. */
  show(options?: number | ShowOptions): Promise<void>
  /** Rows as they come from the database, without holding all of them. */
  [Symbol.asyncIterator](): AsyncIterator<Simplify<R>>
  columns(): Promise<string[]>
  /** Prints names, types and nullability. */
  printSchema(): Promise<void>
  /** Prints the SQL, and how the database means to run it. */
  explain(): Promise<void>
  /** Looks up the schemas of the frame's tables, so that toSQL and toKnex can work. */
  resolve(): Promise<DataFrame<R>>
  /** The SQL. @throws SchemaNotLoaded before the schemas of its tables are known: see `resolve`. */
  toSQL(): SqlText
  /** A Knex builder of the same query, for going on in Knex. @throws SchemaNotLoaded */
  toKnex(): Knex.QueryBuilder
  /** Writes the rows to a table of the database, atomically. */
  write(table: string, options?: WriteOptions<R>): Promise<WriteResult>
  /** Creates or replaces a view of the frame's query. */
  writeView(name: string): Promise<WriteResult>
}

/** A frame that was grouped, waiting for its aggregates. */
export interface GroupedData<in out R, in out G> {
  /** @example df.groupBy('state').agg((o) => ({ orders: count(), total: sum(o.total) })) */
  agg<S extends Aggregates>(aggregates: S | ((columns: Cols<R>) => S)): DataFrame<Simplify<G & AggregatesRow<S>>>
  count(): DataFrame<Simplify<G & { count: number }>>
  /** One `sum(name)` column for each name. */
  sum<const K extends NumericName<R>>(...names: K[]): DataFrame<Totals<R, G, 'sum', K>>
  avg<const K extends NumericName<R>>(...names: K[]): DataFrame<Totals<R, G, 'avg', K>>
  min<const K extends keyof R & string>(...names: K[]): DataFrame<Extremes<R, G, 'min', K>>
  max<const K extends keyof R & string>(...names: K[]): DataFrame<Extremes<R, G, 'max', K>>
}

/** Columns as properties. Verbs win over columns of their name: those are reached with `df.col('count')`. */
export type Columns<R> = {
  // biome-ignore lint/suspicious/noExplicitAny: only the verbs' names matter here
  readonly [K in keyof R as K extends keyof Frame<any> ? never : K]: NamedColumn<K & string, R[K]>
}

/** A lazy, typed frame: its verbs, and its columns as properties. */
export type DataFrame<R = AnyRow> = Frame<R> & (IsUntyped<R> extends true ? AnyRow : Columns<R>)
