import type { Knex } from 'knex'
import type { NoAggregate } from '../column/aggregate.ts'
import type { NamedColumn } from '../column/column.ts'
import type { AnyRow, NN, Simplify } from '../column/values.ts'
import type { LiteralValue } from '../plan/expression.ts'
import type {
  AnyColumn,
  ConditionOf,
  DropnaOptions,
  JoinCondition,
  JoinOptions,
  OrderOf,
  RowColumn,
  SampleOptions,
  Several,
  ShowOptions,
  SqlOptions,
  SqlText,
  WriteOptions,
  WriteResult,
} from './options.ts'
import type {
  Aggregates,
  Apart,
  Called,
  Cols,
  Counted,
  Described,
  DescribedName,
  Dropped,
  Extremes,
  FilledBy,
  Filler,
  Fillings,
  GroupRow,
  How,
  IsUntyped,
  Joined,
  JoinedOn,
  Keyed,
  Meeting,
  MeetingByName,
  NullableRow,
  NumericName,
  OneKind,
  OnlyNamesOf,
  Picked,
  PivotedRow,
  PivotValue,
  Renamed,
  Renaming,
  Replaced,
  Selection,
  SharedKey,
  Statistic,
  Subtracted,
  Totals,
  United,
  UnitedMissing,
  Unpivoted,
  With,
  WithColumn,
  WithoutNull,
} from './row-types.ts'
import type { Schema } from './schema.ts'

declare const ROW: unique symbol
declare const SAME: unique symbol

type NameOrColumn<K extends string> = K | NamedColumn<K, unknown>

type Kind<H extends How> = [H] extends [never] ? 'inner' : H

/**
 * A frame as an argument: known by its rows alone. Inference that looked through all verbs of `Frame` would take the rows
 * of their results for further candidates.
 */
export interface FrameOf<out R> {
  readonly [ROW]: R
}

/**
 * A frame as an argument whose rows are R, no more and no less: the verbs of two frames, compared one by one, would say
 * the same after a long time.
 */
export interface SameRows<in out R> {
  readonly [SAME]: (row: R) => R
}

/**
 * The verbs and actions of a lazy frame of rows R. Verbs give a new frame and touch nothing; actions (everything that
 * returns a promise) run SQL.
 *
 * In verbs a string is a column's name. Every verb that takes columns also takes a function of the frame's columns.
 */
export interface Frame<in out R> extends SameRows<R> {
  readonly [ROW]: R

  /** The column of that name, for names that a verb hides: `df.col('count')`. */
  col<K extends keyof R & string>(name: K): NamedColumn<K, R[K]>

  /** The named columns, in that order: names, columns, or one function that gives a list. */
  select<const A extends Several<Selection<R>>>(...columns: A): DataFrame<Picked<R, A>>
  /**
   * Columns as SQL text of your own over this frame's columns, in the words of the session's database: what runs on one
   * engine may fail, or mean something else, on another. Values in a text are part of the text: write only what you
   * wrote yourself, and bring values in as columns. An order before it ends here.
   *
   * What the texts give, the database is asked (SQLite tells computed columns from the first rows), or a schema says as
   * the last argument.
   *
   * @throws InvalidArgument for no text; with an action DatabaseError naming the text that the database refuses
   * @example orders.selectExpr('id', 'total * 2 as twice', schema({ id: 'long', twice: 'double?' }))
   */
  selectExpr<R2>(...texts: [...texts: string[], schema: Schema<R2>]): DataFrame<R2>
  selectExpr<R2 = AnyRow>(...texts: string[]): DataFrame<R2>
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
  rename<const M extends Renaming<R>>(names: M & NoInfer<OnlyNamesOf<R, M>>): DataFrame<Renamed<R, M>>
  /** One column renamed. */
  withColumnRenamed<const K extends keyof R & string, const N extends string>(
    from: K,
    to: N,
  ): DataFrame<Renamed<R, { [P in K]: N }>>
  drop<const K extends keyof R & string>(...columns: Several<NameOrColumn<K>>): DataFrame<Dropped<R, K>>
  /** The same rows under a new identity, for joining a frame with itself. The name appears in messages. */
  alias(name: string): DataFrame<R>
  /** New names for all columns, in order. */
  toDF<const N extends readonly string[]>(...names: N): DataFrame<Called<R, N>>
  /** `rename` by its PySpark name. */
  withColumnsRenamed<const M extends Renaming<R>>(names: M & NoInfer<OnlyNamesOf<R, M>>): DataFrame<Renamed<R, M>>
  distinct(): DataFrame<R>
  /** One whole row for each combination of the named columns, the first under a preceding `orderBy`; without names `distinct`. */
  dropDuplicates<const K extends keyof R & string>(...names: K[] | [readonly K[]]): DataFrame<R>
  orderBy(...keys: Several<OrderOf<R>>): DataFrame<R>
  /** `orderBy` by its other name. */
  sort(...keys: Several<OrderOf<R>>): DataFrame<R>
  limit(count: number): DataFrame<R>
  offset(count: number): DataFrame<R>

  /**
   * By a condition: all columns of both; a right-hand name that collides gets `_right`, or the `suffix`. By a name or
   * names: these columns once, first.
   *
   * @param how the kind alone, or options
   */
  join<
    R2,
    const O extends JoinCondition<R, R2> | SharedKey<R, R2> | readonly SharedKey<R, R2>[],
    H extends How = 'inner',
    const S extends string = '_right',
  >(
    other: FrameOf<R2> & Apart<R, R2, O, Kind<H>, S>,
    on: O,
    // In a template: it keeps an object without `how` from being taken for any kind at all.
    how?: `${H}` | JoinOptions<H, S>,
  ): DataFrame<JoinedOn<R, R2, O, Kind<H>, S>>
  /** Every row with every row. */
  crossJoin<R2, const S extends string = '_right'>(
    other: FrameOf<R2> & Apart<R, R2, unknown, 'cross', S>,
    options?: { suffix?: S },
  ): DataFrame<Joined<R, R2, 'cross', S>>

  /** Groups of rows with equal keys: names, columns, or one function that gives a list. */
  groupBy<const A extends Several<Selection<R>>>(...columns: A): GroupedData<R, Picked<R, A>>
  /** Groups by all keys, then by all but the last … down to one group of all rows: keys left out are NULL. */
  rollup<const A extends Several<Selection<R>>>(...columns: A): GroupedData<R, NullableRow<Picked<R, A>>>
  /** Groups by every subset of the keys. */
  cube<const A extends Several<Selection<R>>>(...columns: A): GroupedData<R, NullableRow<Picked<R, A>>>
  /** Groups by each of the given sets of keys. @example df.groupingSets([['state', 'day'], ['state'], []], 'state', 'day') */
  groupingSets<const A extends Several<keyof R & string>>(
    sets: readonly (readonly A[number][])[],
    ...columns: A
  ): GroupedData<R, NullableRow<Picked<R, A>>>
  /** Aggregates over all rows: one row. */
  agg<S extends Aggregates>(aggregates: S | ((columns: Cols<R>) => S)): DataFrame<Keyed<S>>
  /** All rows of both, by position; duplicates stay. */
  union(other: SameRows<R>): DataFrame<R>
  union<R2>(other: FrameOf<R2> & Meeting<R, R2>): DataFrame<United<R, R2>>
  /** `union` by its other name. */
  unionAll(other: SameRows<R>): DataFrame<R>
  unionAll<R2>(other: FrameOf<R2> & Meeting<R, R2>): DataFrame<United<R, R2>>
  /** All rows of both, by name. */
  unionByName(other: SameRows<R>): DataFrame<R>
  unionByName<R2>(other: FrameOf<R2> & MeetingByName<R, R2>): DataFrame<United<R, R2>>
  /** All rows of both, by name; a column that one side lacks is NULL there. */
  unionByName<R2>(other: FrameOf<R2>, options: { allowMissing: true }): DataFrame<UnitedMissing<R, R2>>
  /** The distinct rows that both have. */
  intersect(other: SameRows<R>): DataFrame<R>
  intersect<R2>(other: FrameOf<R2> & Meeting<R, R2>): DataFrame<United<R, R2>>
  /** The rows that both have, as often as both have them. */
  intersectAll(other: SameRows<R>): DataFrame<R>
  intersectAll<R2>(other: FrameOf<R2> & Meeting<R, R2>): DataFrame<United<R, R2>>
  /** The distinct rows that the other has not. */
  subtract(other: SameRows<R>): DataFrame<R>
  subtract<R2>(other: FrameOf<R2> & Meeting<R, R2>): DataFrame<Subtracted<R, R2>>
  /** `subtract` by its SQL name. */
  except(other: SameRows<R>): DataFrame<R>
  except<R2>(other: FrameOf<R2> & Meeting<R, R2>): DataFrame<Subtracted<R, R2>>
  /** The rows that are left when each row of the other has taken one equal row away. */
  exceptAll(other: SameRows<R>): DataFrame<R>
  exceptAll<R2>(other: FrameOf<R2> & Meeting<R, R2>): DataFrame<Subtracted<R, R2>>

  /** Each row once for each of the `values` columns: its name in one column, its value in another. */
  unpivot<
    const I extends keyof R & string,
    const K extends keyof R & string,
    const N extends string = 'variable',
    const V extends string = 'value',
  >(
    ids: readonly I[],
    values: readonly K[] & OneKind<R, K>,
    variableName?: N,
    valueName?: V,
  ): DataFrame<Unpivoted<R, I, K, N, V>>
  /** `unpivot` by its pandas name. */
  melt<
    const I extends keyof R & string,
    const K extends keyof R & string,
    const N extends string = 'variable',
    const V extends string = 'value',
  >(
    ids: readonly I[],
    values: readonly K[] & OneKind<R, K>,
    variableName?: N,
    valueName?: V,
  ): DataFrame<Unpivoted<R, I, K, N, V>>

  /** A value in place of NULL (and NaN): in the columns of its kind, all or the named ones, or one for each column. */
  fillna<const M extends Filler | Fillings<R>, const K extends keyof R & string = keyof R & string>(
    values: M & NoInfer<OnlyNamesOf<R, M>>,
    names?: readonly K[],
  ): DataFrame<FilledBy<R, M, K>>
  /** The rows without a NULL (or NaN); `how: 'all'` drops only rows of nothing else, `thresh` those with fewer values. */
  dropna<
    const K extends keyof R & string = never,
    const W extends 'any' | 'all' = 'any',
    T extends number | undefined = undefined,
  >(options?: DropnaOptions<K, W, T>): DataFrame<[W, T] extends ['any', undefined] ? WithoutNull<R, K> : R>
  /** Values replaced in the columns of their kind, all or the named ones. @example df.replace({ N: 'no', Y: 'yes' }, ['active']) */
  replace<
    const M extends Readonly<Record<string, string | null>> | ReadonlyMap<LiteralValue, LiteralValue>,
    const K extends keyof R & string = keyof R & string,
  >(values: M, names?: readonly K[]): DataFrame<Replaced<R, M, K>>
  /** fillna, dropna and replace by their PySpark names. */
  readonly na: Pick<MissingValues<R>, 'fill' | 'drop' | 'replace'>
  /**
   * Statistics of the columns of numbers and texts, all or the named ones, as text: one row each for count, mean,
   * stddev, min and max. A column of another type is left out. Texts that read as numbers have a mean.
   */
  describe<const K extends DescribedName<R> = DescribedName<R>>(...names: K[]): DataFrame<Described<K>>
  /**
   * `describe` with the 25th, 50th and 75th percentile before max, or with the statistics that are named: count, mean,
   * stddev, min, max, count_distinct, and percentiles. A percentile is a value of the column, never one in between.
   *
   * @throws InvalidArgument for a name that is no statistic
   * @example df.summary('count', '10%', '90%')
   */
  summary(...statistics: (Statistic | `${number}%`)[]): DataFrame<Described<DescribedName<R>>>
  /**
   * About that share of the rows, chosen at random.
   *
   * Rows are chosen by what is in them, so the same rows and seed give the same sample on every engine and in whatever
   * order the rows are; every value is read for it. Without a seed one is drawn for the frame, which keeps it.
   *
   * @param fraction from 0 to 1; with replacement the average number of times that a row is there, to 100
   * @throws InvalidArgument for another fraction or seed; TypeMismatch, with an action, for columns of arrays, maps,
   * structs, JSON or bytes
   * @example df.sample(0.1, 42)
   */
  sample(fraction: number, seed?: number | bigint): DataFrame<R>
  sample(options: SampleOptions): DataFrame<R>
  /**
   * The rows in parts, as large as the weights say: each row is in one of them. Rows are chosen as by `sample`.
   *
   * @example const [train, test] = df.randomSplit([0.8, 0.2], 42)
   */
  randomSplit<const W extends readonly number[]>(
    weights: W,
    seed?: number | bigint,
  ): { -readonly [P in keyof W]: DataFrame<R> }
  /** Puts a function of frames into a chain. */
  transform<R2>(change: (frame: DataFrame<R>) => DataFrame<R2>): DataFrame<R2>

  /**
   * Keeps the frame's rows from its next action on: that computes them once, into a table of the session's own, and
   * every frame that is built on this one, before or after, reads them there. Later changes of its sources are not
   * seen. Gives the same frame back. The table is dropped by `unpersist()`, and when the session is closed.
   *
   * @example const big = session.table('orders').filter((o) => o.total.gt(1000)).cache()
   */
  cache(): DataFrame<R>
  /** Ends `cache()` and drops the kept rows, once nobody reads them. Later actions compute the frame again. */
  unpersist(): Promise<void>

  /** All rows. */
  collect(): Promise<Simplify<R>[]>
  /** The first row, or null. */
  first(): Promise<Simplify<R> | null>
  /** The first `count` rows. */
  take(count: number): Promise<Simplify<R>[]>
  /** The last `count` rows of a frame in order. @throws InvalidArgument for a frame without an order */
  tail(count: number): Promise<Simplify<R>[]>
  /** `first` by its pandas name, and with a number `take`. */
  head(): Promise<Simplify<R> | null>
  head(count: number): Promise<Simplify<R>[]>
  count(): Promise<number>
  isEmpty(): Promise<boolean>
  /** The distinct values of a column, in order: what `pivot` wants to be given. NULL is left out. */
  distinctValues<K extends keyof R & string>(name: K): Promise<NN<R[K]>[]>
  /** Prints the first rows as a table. */
  show(options?: number | ShowOptions): Promise<void>
  /** Rows as they come from the database, without holding all of them. */
  [Symbol.asyncIterator](): AsyncIterator<Simplify<R>>
  columns(): Promise<string[]>
  /** Names and types as schemas write them. @example await df.dtypes() // [['id', 'long'], ['total', 'decimal(12,2)']] */
  dtypes(): Promise<[name: string, type: string][]>
  /** Prints names, types and nullability. */
  printSchema(): Promise<void>
  /** Prints the SQL, and how the database means to run it. */
  explain(): Promise<void>
  /** Looks up the schemas of the frame's tables, so that toSQL and toKnex can work. */
  resolve(): Promise<DataFrame<R>>
  /**
   * The SQL with its bindings, without asking the database.
   *
   * @throws SchemaNotLoaded before the schemas of its tables are known (by `schema(…)`, an action, or `resolve`);
   * UnsupportedOnDialect for what the dialect cannot say with the same answer.
   * @example orders.filter((o) => o.total.gt(100)).toSQL({ dialect: 'mssql', pretty: true }).sql
   */
  toSQL(options?: SqlOptions): SqlText
  /** A Knex builder of the same query, for going on in Knex. @throws SchemaNotLoaded */
  toKnex(): Knex.QueryBuilder
  /**
   * Writes the rows to a table of the database, atomically: killed at any instant, the old rows are there or the new.
   *
   * @throws TableExists, SchemaChanged, WriteBlocked; in the modes with a key or a condition NullKey, DuplicateKey,
   * NoUniqueIndex, RowsOutsideCondition
   * @example orders.write('orders_clean', { mode: 'merge', key: 'id', dedupeBy: (o) => o.updated_at.desc() })
   */
  write(table: string, options?: WriteOptions<R>): Promise<WriteResult>
  /** Creates or replaces a view of the frame's query. */
  writeView(name: string): Promise<WriteResult>
}

/** A frame that was grouped, waiting for its aggregates. */
export interface GroupedData<in out R, in out G> {
  /** @example df.groupBy('state').agg((o) => ({ orders: count(), total: sum(o.total) })) */
  agg<S extends Aggregates>(aggregates: S | ((columns: Cols<R>) => S)): DataFrame<GroupRow<G, S>>
  /**
   * Turns the values of a column into columns: each aggregate once a value. NULL for a combination that no row has.
   *
   * @example df.groupBy('month').pivot('channel', ['web', 'app']).agg((o) => ({ net: sum(o.net) })) // web_net, app_net
   */
  pivot<
    const O extends (keyof R & string) | ((columns: Cols<R>) => AnyColumn),
    const P extends readonly PivotValue<R, O>[],
  >(on: O, values: P): PivotedData<R, G, `${P[number]}`>
  count(): DataFrame<Counted<G>>
  /** One `sum(name)` column for each name. */
  sum<const K extends NumericName<R>>(...names: Several<K>): DataFrame<Totals<R, G, 'sum', K>>
  avg<const K extends NumericName<R>>(...names: Several<K>): DataFrame<Totals<R, G, 'avg', K>>
  min<const K extends keyof R & string>(...names: Several<K>): DataFrame<Extremes<R, G, 'min', K>>
  max<const K extends keyof R & string>(...names: Several<K>): DataFrame<Extremes<R, G, 'max', K>>
}

/** What `df.na` offers. */
export interface MissingValues<R> {
  readonly fill: Frame<R>['fillna']
  readonly drop: Frame<R>['dropna']
  readonly replace: Frame<R>['replace']
}

/** A grouped frame that waits for its aggregates, each computed once for each value of a column. */
export interface PivotedData<in out R, in out G, P extends string> {
  /** Output columns are called `value_aggregate`. */
  agg<S extends Aggregates>(aggregates: S | ((columns: Cols<R>) => S)): DataFrame<PivotedRow<G, P, S>>
}

/** Columns as properties. Verbs win over columns of their name: those are reached with `df.col('count')`. */
export type Columns<R> = [keyof R & VerbName] extends [never]
  ? Cols<R>
  : { readonly [K in keyof R as Exclude<K, VerbName>]-?: NamedColumn<K, R[K]> }
// biome-ignore lint/suspicious/noExplicitAny: only the verbs' names matter here
type VerbName = keyof Frame<any>

/** A lazy, typed frame: its verbs, and its columns as properties. */
export type DataFrame<R = AnyRow> = Frame<R> & (IsUntyped<R> extends true ? AnyRow : Columns<R>)
