/** Prints resolved expressions in a dialect's words. */
import type { CallExpr, Expr, SortTerm } from '../analyse/resolved.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { type Fragment, fragment, joinFragments, RANK } from '../dialect/fragment.ts'
import { overWindow, spell } from '../dialect/spelling.ts'
import { InternalError, UnsupportedOnDialect } from '../errors/index.ts'
import type { FunctionName } from '../functions/names.ts'
import type { WindowFrame } from '../plan/expression.ts'
import { sameType } from '../plan/type.ts'

/** What a column's identity is called where the expression stands. */
export type ColumnPrinter = (id: number) => Fragment

/** What stands in ORDER BY where the SQL needs one and the program has none. */
export const NO_ORDER = '(select null)'

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

/**
 * The arguments that may tell an engine the type of one. A bound of `between` is compared with the operand alone: the
 * other bound says nothing about it. What `nullif` gives has the type of its first argument, whatever the second is.
 */
function tellersOf({ fn, args }: CallExpr, index: number): readonly Expr[] {
  if (!TELLING.has(fn.name) || (fn.name === 'nullif' && index === 0)) return []
  return (fn.name === 'between' ? args.slice(0, 1) : args).filter((arg) => arg.kind !== 'literal')
}

/** An expression as a value: in a select list, a key, an argument. */
export function printExpression(expr: Expr, dialect: Dialect, column: ColumnPrinter): Fragment {
  const printed = print(expr, dialect, column)
  return expr.type.kind === 'boolean' ? dialect.booleans.value(printed, expr.nullable) : printed
}

/** An expression that decides: in WHERE, ON, HAVING, WHEN. */
export function printCondition(expr: Expr, dialect: Dialect, column: ColumnPrinter): Fragment {
  return dialect.booleans.condition(print(expr, dialect, column))
}

function print(expr: Expr, dialect: Dialect, column: ColumnPrinter): Fragment {
  const value = (one: Expr): Fragment => printExpression(one, dialect, column)
  switch (expr.kind) {
    case 'literal':
      return dialect.literal(expr.value, expr.type, false)
    case 'column':
      return column(expr.id)
    case 'cast':
      return dialect.cast(value(expr.operand), expr.operand.type, expr.type, expr.onError)
    case 'in': {
      const found = dialect.isIn(value(expr.operand), expr.values, expr.operand.type)
      if (!expr.withNull) return found
      // Among values with a NULL, "not found" is not known.
      const yes = dialect.literal(true, expr.type, false)
      return fragment(`case when ${found.sql} then ${yes.sql} end`, [...found.bindings, ...yes.bindings])
    }
    case 'case':
      return printCase(expr, dialect, column)
    case 'call':
      return printCall(expr, dialect, column)
    case 'over': {
      const keys = expr.partitionBy.map((key) => dialect.exactKey(value(key), key.type))
      const partition = keys.length > 0 ? [prefixed('partition by ', list(keys))] : []
      const order =
        expr.orderBy.length > 0
          ? [printOrder(expr.orderBy, dialect, column)]
          : expr.call.fn.kind === 'window' && !dialect.capabilities.orderOptional
            ? [fragment(`order by ${NO_ORDER}`)]
            : []
      const frame = expr.frame ? [fragment(frameClause(expr.frame, dialect))] : []
      const window = joinFragments([...partition, ...order, ...frame], ' ')
      return printCall(expr.call, dialect, column, window)
    }
    default:
      return expr satisfies never
  }
}

type CaseExpr = Extract<Expr, { readonly kind: 'case' }>

function printCase({ branches, otherwise }: CaseExpr, dialect: Dialect, column: ColumnPrinter): Fragment {
  const conditions = branches.map((branch) => printCondition(branch.when, dialect, column))
  const values = [...branches.map((branch) => branch.then), ...(otherwise ? [otherwise] : [])].map((one) =>
    printExpression(one, dialect, column),
  )
  const written = (chosen: readonly Fragment[]): Fragment => {
    const parts = chosen.flatMap((value, at): readonly Fragment[] => {
      const condition = conditions[at]
      return condition ? [prefixed('when ', condition), prefixed('then ', value)] : [prefixed('else ', value)]
    })
    return joinFragments([fragment('case'), ...parts, fragment('end')], ' ')
  }
  // Of several parts each would ask all conditions again.
  const part = ({ summands }: Fragment): Fragment | undefined => (summands?.length === 1 ? summands[0] : undefined)
  if (!values.some(part)) return written(values)
  return { ...written(values), summands: [written(values.map((value) => part(value) ?? value))] }
}

function printCall(call: CallExpr, dialect: Dialect, column: ColumnPrinter, window?: Fragment): Fragment {
  const { fn } = call
  const args = call.args.map((arg, index) => {
    if ((fn.parameters[index] ?? fn.parameters.at(-1))?.condition) return printCondition(arg, dialect, column)
    if (arg.kind !== 'literal') return printExpression(arg, dialect, column)
    const bare = tellersOf(call, index).some((other) => sameType(other.type, arg.type))
    return dialect.literal(arg.value, arg.type, bare)
  })
  const spelled = {
    type: call.type,
    types: call.args.map((arg) => arg.type),
    literals: call.args.map((arg) => (arg.kind === 'literal' ? arg.value : undefined)),
    ...(window && { window }),
    ...(call.orderBy?.length && { order: printOrder(call.orderBy, dialect, column) }),
  }
  return overWindow(spell(spellingOf(fn.name, dialect), args, spelled), spelled)
}

function spellingOf(name: string, dialect: Dialect) {
  const spelling = dialect.functions[name as FunctionName]
  if (spelling === undefined) throw new InternalError(`${dialect.title} has no spelling for ${name}`)
  return spelling
}

const printOrder = (terms: readonly SortTerm[], dialect: Dialect, column: ColumnPrinter): Fragment =>
  prefixed('order by ', list(terms.map((term) => printSortTerm(term, dialect, column))))

export function printSortTerm(term: SortTerm, dialect: Dialect, column: ColumnPrinter, printed?: Fragment): Fragment {
  const { type, nullable } = term.expr
  const key = printed ?? printExpression(term.expr, dialect, column)
  const ordered = type.kind === 'string' && !printed ? dialect.byCodePoint(key) : key
  return dialect.sortKey(ordered, { type, nullable, direction: term.direction, nulls: term.nulls })
}

const prefixed = (words: string, inner: Fragment): Fragment => fragment(`${words}${inner.sql}`, inner.bindings)
const list = (parts: readonly Fragment[]): Fragment => joinFragments(parts, ', ', RANK.atom)

/** Bounds are part of the window's shape, checked numbers, and no engine plans them as parameters. */
function frameClause({ unit, from, to }: WindowFrame, dialect: Dialect): string {
  const distance = [from, to].some((at) => Number.isFinite(at) && at !== 0)
  if (unit === 'range' && distance && !dialect.capabilities.rangeDistances) {
    throw new UnsupportedOnDialect(`rangeBetween with a distance is not supported on ${dialect.title}`, {
      hint: 'rowsBetween counts rows; a join by the range gives the same rows',
    })
  }
  const bound = (at: number, unbounded: string): string => {
    if (!Number.isFinite(at)) return `unbounded ${unbounded}`
    if (at === 0) return 'current row'
    return at < 0 ? `${-at} preceding` : `${at} following`
  }
  return `${unit} between ${bound(from, from > 0 ? 'following' : 'preceding')} and ${bound(to, to < 0 ? 'preceding' : 'following')}`
}
