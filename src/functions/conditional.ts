import type { Column, Condition } from '../column/column.ts'
import { columnArgument, toColumn, toCondition, toExpression } from '../column/expression-column.ts'
import type { NN, SqlDate, TypeName, TypeOf } from '../column/values.ts'
import { InvalidArgument } from '../errors/index.ts'
import { call, type LiteralValue, literal, nameReference } from '../plan/expression.ts'
import { parseType } from '../plan/type.ts'
import { scalar } from './define.ts'
import { any, bool, meeting, orderable, rest, value } from './parameter.ts'

/** The type of a column that holds this plain value: `'paid'` is a string, `5` a number. */
type Widen<X> = X extends Date | SqlDate
  ? X
  : X extends string
    ? string
    : X extends number | bigint
      ? number
      : X extends boolean
        ? boolean
        : X

/** A `when` chain: a column already (NULL where nothing matches), and open for more. */
export interface Case<V> extends Column<V | null> {
  when<W>(condition: Condition, value: W | Column<W>): Case<V | Widen<W>>
  otherwise<W>(value: W | Column<W>): Column<V | Widen<W>>
}

/**
 * The value of the first condition that is true; NULL where none is, unless `.otherwise(…)` follows.
 *
 * @example when(o.net.gte(100), 'big').when(o.net.gte(10), 'middling').otherwise('small')
 */
export function when<X>(condition: Condition, value: X | Column<X>): Case<Widen<X>> {
  const branch = { when: toCondition(condition, 'when'), then: toExpression(value, 'when') }
  return toColumn({ kind: 'case', branches: [branch], otherwise: undefined })
}

const logic = (fn: 'and' | 'or') => (conditions: readonly unknown[]) => {
  if (conditions.length === 0) throw new InvalidArgument(`${fn} takes at least one condition`)
  const expressions = conditions.map((condition) => toCondition(condition, fn))
  return expressions.length === 1 ? toColumn(expressions[0] as never) : toColumn(call(fn, expressions))
}
const conjunction = logic('and')
const disjunction = logic('or')

/** True where all are; three-valued. @example and(o.total.gt(0), o.status.eq('paid')) */
export function and(...conditions: Condition[]): Column<boolean> {
  return conjunction(conditions) as Column<boolean>
}
/** True where any is; three-valued. */
export function or(...conditions: Condition[]): Column<boolean> {
  return disjunction(conditions) as Column<boolean>
}
/** The opposite; NULL stays NULL. @example not(o.status.isin(['void', 'test'])) */
export const not: (condition: Condition) => Column<boolean> = scalar('not', {
  takes: [bool],
  gives: { kind: 'boolean' },
})

/** A column by name, looked up in the frame where it is used. @example df.filter(col('total').gt(0)) */
// biome-ignore lint/suspicious/noExplicitAny: a bare name knows no type
export function col<X = any>(name: string): Column<X> & { readonly name: string } {
  if (typeof name !== 'string') throw new InvalidArgument('col takes the name of a column')
  return toColumn(nameReference(name))
}

/**
 * A constant. Its type follows from what it meets (a whole number alone is long, a fraction double); `type` says it
 * where nothing does.
 *
 * @example lit(2, 'int')
 * @example lit('2024-02-29', 'date')
 */
export function lit<const T extends TypeName>(constant: LiteralValue, type: T): Column<TypeOf<T>>
export function lit<X extends LiteralValue>(constant: X): Column<Widen<X>>
export function lit(constant: LiteralValue, type?: string): Column<unknown> {
  return toColumn(type === undefined ? toExpression(constant, 'lit') : literal(constant, parseType(type)))
}

/** The first value that is not NULL. @example coalesce(o.discount, 0) */
export const coalesce: <X>(first: Column<X>, ...others: (NN<X> | Column<X | null> | Column<NN<X>>)[]) => Column<NN<X>> =
  scalar('coalesce', {
    takes: [meeting(any), rest(value(meeting(any)))],
    gives: 0,
    nulls: (args) => args.every((arg) => arg.nullable),
  })

/** NULL where both are equal, else the first. @example nullif(o.region, '') */
export const nullif: <X>(column: Column<X>, other: NN<X> | Column<X>) => Column<X | null> = scalar('nullif', {
  takes: [meeting(any), value(meeting(any))],
  gives: 0,
  nulls: 'always',
})

/** The greatest value; NULLs are skipped, NULL only if all are. */
export const greatest: <X>(first: Column<X>, ...others: (NN<X> | Column<X> | Column<NN<X>>)[]) => Column<X> = scalar(
  'greatest',
  {
    takes: [meeting(orderable), value(meeting(orderable)), rest(value(meeting(orderable)))],
    gives: 0,
    nulls: (args) => args.every((arg) => arg.nullable),
  },
)

/** The least value; NULLs are skipped, NULL only if all are. */
export const least: <X>(first: Column<X>, ...others: (NN<X> | Column<X> | Column<NN<X>>)[]) => Column<X> = scalar(
  'least',
  {
    takes: [meeting(orderable), value(meeting(orderable)), rest(value(meeting(orderable)))],
    gives: 0,
    nulls: (args) => args.every((arg) => arg.nullable),
  },
)

/** True where the column is NULL; the function form of `.isNull()`. */
export function isnull(column: Column<unknown>): Column<boolean> {
  return toColumn(call('isNull', [columnArgument(column, 'isnull')]))
}
