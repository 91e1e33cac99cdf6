/** How a column is computed, in words near SQL: for people to read, never to run. */
import type { CallExpr, Expr, SortTerm } from '../analyse/resolved.ts'
import { shorten } from '../errors/nearest.ts'
import type { LiteralValue, WindowFrame } from '../plan/expression.ts'
import { formatType } from '../plan/type.ts'

/** Deeper and longer things are told by `…`: what takes long to read says nothing. */
const DEEPEST = 6
const MOST_VALUES = 4
const LONGEST = 300

const INFIX: Readonly<Record<string, string>> = {
  plus: '+',
  minus: '-',
  times: '*',
  div: '/',
  mod: '%',
  eq: '=',
  ne: '<>',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  eqNullSafe: 'is not distinct from',
  and: 'and',
  or: 'or',
  like: 'like',
  ilike: 'ilike',
  rlike: 'rlike',
  bitwiseAND: '&',
  bitwiseOR: '|',
  bitwiseXOR: '^',
}

/** How columns were computed, by their identities. */
export type MadeOf = ReadonlyMap<number, Expr>

/**
 * @param made columns that were computed on the way are told by how
 * @example expressionText(total, made) // 'sum(amount * (1 - discount))'
 */
export const expressionText = (expr: Expr, made: MadeOf): string => shorten(textOf(expr, made, DEEPEST), LONGEST)

function textOf(given: Expr, made: MadeOf, depth: number): string {
  const expr = madeBy(given, made)
  if (depth === 0 && expr.kind !== 'column' && expr.kind !== 'literal') return '…'
  const inner = (one: Expr): string => textOf(one, made, depth - 1)
  const operand = (one: Expr): string => (isInfix(madeBy(one, made)) ? `(${inner(one)})` : inner(one))
  switch (expr.kind) {
    case 'literal':
      return valueText(expr.value)
    case 'column':
      return nameText(expr.name)
    case 'cast':
      return `${expr.onError === 'null' ? 'try_cast' : 'cast'}(${inner(expr.operand)} as ${formatType(expr.type)})`
    case 'in': {
      const values = [...expr.values.map(valueText), ...(expr.withNull ? ['null'] : [])]
      return `${operand(expr.operand)} in (${listText(values)})`
    }
    case 'case': {
      const branches = expr.branches.map(({ when, then }) => `when ${inner(when)} then ${inner(then)}`)
      const otherwise = expr.otherwise ? ` else ${inner(expr.otherwise)}` : ''
      return `case ${listText(branches, ' ')}${otherwise} end`
    }
    case 'over': {
      const window = [
        ...(expr.partitionBy.length > 0 ? [`partition by ${listText(expr.partitionBy.map(inner))}`] : []),
        ...(expr.orderBy.length > 0 ? [orderText(expr.orderBy, inner)] : []),
        ...(expr.frame ? [frameText(expr.frame)] : []),
      ]
      return `${inner(expr.call)} over (${window.join(' ')})`
    }
    case 'call':
      return callText(expr, inner, operand)
    default:
      return expr satisfies never
  }
}

const madeBy = (expr: Expr, made: MadeOf): Expr => (expr.kind === 'column' ? (made.get(expr.id) ?? expr) : expr)

const isInfix = (expr: Expr): boolean =>
  expr.kind === 'in' || (expr.kind === 'call' && (expr.fn.name in INFIX || expr.fn.name === 'between'))

function callText(
  { fn, args, orderBy }: CallExpr,
  inner: (one: Expr) => string,
  operand: (one: Expr) => string,
): string {
  const [first, second, third] = args
  const symbol = INFIX[fn.name]
  if (symbol !== undefined && first && second) return listText(args.map(operand), ` ${symbol} `)
  if (fn.name === 'isNull' && first) return `${operand(first)} is null`
  if (fn.name === 'isNotNull' && first) return `${operand(first)} is not null`
  if (fn.name === 'not' && first) return `not ${operand(first)}`
  if (fn.name === 'between' && first && second && third)
    return `${operand(first)} between ${operand(second)} and ${operand(third)}`
  if (fn.name === 'count' && args.length === 1 && first?.kind === 'literal') return 'count(*)'
  const order = orderBy?.length ? ` ${orderText(orderBy, inner)}` : ''
  return `${snakeCase(fn.name)}(${listText(args.map(inner))}${order})`
}

const listText = (parts: readonly string[], separator = ', '): string =>
  parts.length > MOST_VALUES ? [...parts.slice(0, MOST_VALUES), '…'].join(separator) : parts.join(separator)

const orderText = (terms: readonly SortTerm[], inner: (one: Expr) => string): string =>
  `order by ${listText(terms.map(({ expr, direction }) => `${inner(expr)}${direction === 'desc' ? ' desc' : ''}`))}`

function frameText({ unit, from, to }: WindowFrame): string {
  const bound = (value: number): string => {
    if (value === 0) return 'current row'
    const distance = Number.isFinite(value) ? Math.abs(value) : 'unbounded'
    return `${distance} ${value < 0 ? 'preceding' : 'following'}`
  }
  return `${unit} between ${bound(from)} and ${bound(to)}`
}

function valueText(value: LiteralValue): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return `'${shorten(value, 40).replaceAll("'", "''")}'`
  if (value instanceof Date) return `'${value.toISOString()}'`
  if (value instanceof Uint8Array) return `x'${shorten(Buffer.from(value).toString('hex'), 40)}'`
  return typeof value === 'object' ? shorten(JSON.stringify(value, printable), 40) : String(value)
}

const printable = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)

const nameText = (name: string): string => (/^\p{L}[\p{L}\p{N}_]*$/u.test(name) ? name : JSON.stringify(name))
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
