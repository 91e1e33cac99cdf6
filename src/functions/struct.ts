/** Structs: several values as one, each under its name. */
import type { Like } from '../column/aggregate.ts'
import type { ColumnOf, NamedColumn, ValueOf } from '../column/column.ts'
import { columnArgument, expressionOf, toColumn } from '../column/expression-column.ts'
import { DuplicateColumn, InvalidArgument } from '../errors/index.ts'
import { call, literal, outputName } from '../plan/expression.ts'
import { type SqlType, types } from '../plan/type.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { any, rest, value, written } from './parameter.ts'

/** The value that a struct of the named columns A holds. */
type Struct<A extends readonly unknown[]> = {
  readonly [C in A[number] as C extends NamedColumn<infer N, unknown> ? N : never]: C extends ColumnOf<infer V>
    ? V
    : never
}

/** Names and values in turn. @throws DuplicateColumn for a name that stands there twice. */
function structType(args: readonly Argument[]): SqlType {
  const fields: { name: string; type: SqlType }[] = []
  for (let at = 0; at < args.length; at += 2) {
    const [name, held] = [args[at]?.literal, args[at + 1]]
    if (typeof name !== 'string' || !held) {
      throw new InvalidArgument('namedStruct takes names, which are written into the program, and values in turn', {
        hint: "write namedStruct('id', o.id, 'total', o.total)",
      })
    }
    if (fields.some((field) => field.name === name)) {
      throw new DuplicateColumn(`two fields of the struct would be called ${JSON.stringify(name)}`, {
        hint: "name one of them otherwise: struct(o.a, o.b.as('other'))",
      })
    }
    fields.push({ name, type: held.type.kind === 'void' ? types.string : held.type })
  }
  return { kind: 'struct', fields }
}

type NamesAndValues<A> = A extends readonly [infer N extends string, infer V, ...infer Rest]
  ? { readonly [K in N]: V extends ColumnOf<unknown> ? ValueOf<V> : V } & NamesAndValues<Rest>
  : unknown

/** A struct of names and values given in turn; never NULL. @example namedStruct('id', o.id, 'total', o.net.plus(o.tax)) */
export const namedStruct: <const A extends readonly [string, unknown, ...unknown[]]>(
  ...fields: A
) => Like<A[number], { [K in keyof NamesAndValues<A>]: NamesAndValues<A>[K] }> = scalar('namedStruct', {
  takes: [written('the name of a field'), value(any), rest(value(any))],
  gives: structType,
  nulls: 'never',
})

/**
 * A struct of columns, each a field of the column's name; one without name is called `col` and its place from 1. Never
 * NULL, whatever is in it.
 *
 * @example struct(o.id, o.net.plus(o.tax).as('gross'))
 */
export function struct<const A extends readonly [ColumnOf<unknown>, ...ColumnOf<unknown>[]]>(
  ...columns: A
): Like<A[number], Struct<A>> {
  if (columns.length === 0) throw new InvalidArgument('struct takes at least one column')
  const fields = columns.flatMap((column, index) => {
    const expression = columnArgument(column, 'struct')
    const given = expressionOf(column)
    const name = (given && outputName(given)) ?? `col${index + 1}`
    return [literal(name, types.string), expression]
  })
  return toColumn(call('namedStruct', fields))
}
