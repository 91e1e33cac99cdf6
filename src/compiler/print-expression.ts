/** Prints resolved expressions in a dialect's words. */
import type { CallExpr, Expr, SortTerm } from '../analyse/resolved.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { type Fragment, fragment, joinFragments, RANK } from '../dialect/fragment.ts'
import { overWindow, spell } from '../dialect/spelling.ts'
import { InternalError } from '../errors/index.ts'
import type { FunctionName } from '../functions/names.ts'
import type { WindowFrame } from '../plan/expression.ts'
import { sameType } from '../plan/type.ts'

/** What a column's identity is called where the expression stands. */
export type ColumnPrinter = (id: number) => Fragment

/** Functions among whose arguments a column tells the engine the type of a binding. */
const TELLING = new Set([
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'eqNullSafe',
  'between',
  'plus',
  'minus',
  'times',
  'coalesce',
  'nullif',
  'like',
])

export function printExpression(expr: Expr, dialect: Dialect, column: ColumnPrinter): Fragment {
  const print = (one: Expr, bare = false): Fragment =>
    one.kind === 'literal' ? dialect.literal(one.value, one.type, bare) : printExpression(one, dialect, column)
  const printCall = (call: CallExpr, window?: Fragment): Fragment => {
    const told = TELLING.has(call.fn.name) ? call.args.filter((arg) => arg.kind !== 'literal') : []
    const args = call.args.map((arg) =>
      print(
        arg,
        told.some((other) => sameType(other.type, arg.type)),
      ),
    )
    const spelled = {
      type: call.type,
      types: call.args.map((arg) => arg.type),
      literals: call.args.map((arg) => (arg.kind === 'literal' ? arg.value : undefined)),
      ...(window && { window }),
    }
    return overWindow(spell(spellingOf(call.fn.name, dialect), args, spelled), spelled)
  }
  switch (expr.kind) {
    case 'literal':
      return print(expr)
    case 'column':
      return column(expr.id)
    case 'cast':
      return dialect.cast(print(expr.operand), expr.operand.type, expr.type, expr.onError)
    case 'in': {
      const found = dialect.isIn(print(expr.operand), expr.values, expr.operand.type)
      // Among values with a NULL, "not found" is not known.
      return expr.withNull
        ? fragment(`case when ${found.sql} then ${dialect.literal(true, expr.type, false).sql} end`, [
            ...found.bindings,
            ...dialect.literal(true, expr.type, false).bindings,
          ])
        : found
    }
    case 'case': {
      const parts = expr.branches.flatMap((branch) => [
        prefixed('when ', print(branch.when)),
        prefixed('then ', print(branch.then)),
      ])
      const otherwise = expr.otherwise ? [prefixed('else ', print(expr.otherwise))] : []
      return joinFragments([fragment('case'), ...parts, ...otherwise, fragment('end')], ' ')
    }
    case 'call':
      return printCall(expr)
    case 'over': {
      const partition =
        expr.partitionBy.length > 0 ? [prefixed('partition by ', list(expr.partitionBy.map((one) => print(one))))] : []
      const order =
        expr.orderBy.length > 0
          ? [prefixed('order by ', list(expr.orderBy.map((term) => printSortTerm(term, dialect, column))))]
          : []
      const frame = expr.frame ? [fragment(frameClause(expr.frame))] : []
      const window = joinFragments([...partition, ...order, ...frame], ' ')
      return printCall(expr.call, window)
    }
    default:
      return expr satisfies never
  }
}

function spellingOf(name: string, dialect: Dialect) {
  const spelling = dialect.functions[name as FunctionName]
  if (spelling === undefined) throw new InternalError(`${dialect.title} has no spelling for ${name}`)
  return spelling
}

export function printSortTerm(term: SortTerm, dialect: Dialect, column: ColumnPrinter, printed?: Fragment): Fragment {
  const { type, nullable } = term.expr
  const key = printed ?? printExpression(term.expr, dialect, column)
  const ordered = type.kind === 'string' && !printed ? dialect.byCodePoint(key) : key
  return dialect.sortKey(ordered, { type, nullable, direction: term.direction, nulls: term.nulls })
}

const prefixed = (words: string, inner: Fragment): Fragment => fragment(`${words}${inner.sql}`, inner.bindings)
const list = (parts: readonly Fragment[]): Fragment => joinFragments(parts, ', ', RANK.atom)

/** Bounds are part of the window's shape, checked numbers, and no engine plans them as parameters. */
function frameClause({ unit, from, to }: WindowFrame): string {
  const bound = (at: number, unbounded: string): string => {
    if (!Number.isFinite(at)) return `unbounded ${unbounded}`
    if (at === 0) return 'current row'
    return at < 0 ? `${-at} preceding` : `${at} following`
  }
  return `${unit} between ${bound(from, from > 0 ? 'following' : 'preceding')} and ${bound(to, to < 0 ? 'preceding' : 'following')}`
}
