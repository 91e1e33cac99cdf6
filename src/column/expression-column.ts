import { inspect } from 'node:util'
import { InvalidArgument } from '../errors/index.ts'
import {
  call,
  type Direction,
  type Expression,
  type LiteralValue,
  literal,
  type NullsOrder,
  outputName,
} from '../plan/expression.ts'
import { parseType } from '../plan/type.ts'
import type { Column } from './column.ts'
import type { WindowSpec } from './window.ts'

/** Registered, so that columns of two copies of Millrace in one process know each other. */
const EXPRESSION = Symbol.for('millrace.expression')

/** The one implementation behind Column, NamedColumn, Aggregate, Case and SortKey: their types say which methods make sense where. */
export class ExpressionColumn {
  readonly [EXPRESSION]: Expression

  constructor(expression: Expression) {
    this[EXPRESSION] = expression
  }

  get name(): string | undefined {
    return outputName(this[EXPRESSION])
  }

  eq(other: unknown) {
    return this.#with('eq', other)
  }
  ne(other: unknown) {
    return this.#with('ne', other)
  }
  gt(other: unknown) {
    return this.#with('gt', other)
  }
  gte(other: unknown) {
    return this.#with('gte', other)
  }
  lt(other: unknown) {
    return this.#with('lt', other)
  }
  lte(other: unknown) {
    return this.#with('lte', other)
  }
  eqNullSafe(other: unknown) {
    return this.#with('eqNullSafe', other)
  }
  between(low: unknown, high: unknown) {
    return this.#with('between', low, high)
  }
  isNull() {
    return this.#with('isNull')
  }
  isNotNull() {
    return this.#with('isNotNull')
  }
  and(...others: unknown[]) {
    return this.#with('and', ...others)
  }
  or(...others: unknown[]) {
    return this.#with('or', ...others)
  }
  plus(other: unknown) {
    return this.#with('plus', other)
  }
  minus(other: unknown) {
    return this.#with('minus', other)
  }
  times(other: unknown) {
    return this.#with('times', other)
  }
  div(other: unknown) {
    return this.#with('div', other)
  }
  mod(other: unknown) {
    return this.#with('mod', other)
  }
  like(pattern: unknown) {
    if (typeof pattern === 'string' && /^(?:[^\\]|\\[\s\S])*\\$/.test(pattern)) {
      throw new InvalidArgument(`like: the pattern ${describeValue(pattern)} ends in its escape character`, {
        hint: 'a backslash itself is written as two: \\\\ in a pattern, four in a JavaScript string',
      })
    }
    return this.#with('like', pattern)
  }
  ilike(pattern: unknown) {
    return this.#with('ilike', pattern)
  }
  rlike(pattern: unknown) {
    return this.#with('rlike', pattern)
  }
  bitwiseAND(other: unknown) {
    return this.#with('bitwiseAND', other)
  }
  bitwiseOR(other: unknown) {
    return this.#with('bitwiseOR', other)
  }
  bitwiseXOR(other: unknown) {
    return this.#with('bitwiseXOR', other)
  }
  getItem(key: unknown) {
    return this.#with('getItem', key)
  }
  getField(name: unknown) {
    if (typeof name !== 'string') throw new InvalidArgument(`getField takes a name, not ${describeValue(name)}`)
    return this.getItem(name)
  }
  substr(position: unknown, length: unknown) {
    return this.#with('substring', position, length)
  }
  contains(text: unknown) {
    return this.#with('contains', text)
  }
  startsWith(text: unknown) {
    return this.#with('startsWith', text)
  }
  endsWith(text: unknown) {
    return this.#with('endsWith', text)
  }

  isin(values: unknown) {
    if (!Array.isArray(values)) {
      throw new InvalidArgument(`isin takes an array of values, not ${describeValue(values)}`, {
        hint: "write isin(['web', 'app'])",
      })
    }
    return new ExpressionColumn({
      kind: 'in',
      operand: this[EXPRESSION],
      values: values.map((value) => toExpression(value, 'isin')),
    })
  }
  cast(type: string) {
    return new ExpressionColumn({ kind: 'cast', operand: this[EXPRESSION], to: parseType(type), onError: 'raise' })
  }
  tryCast(type: string) {
    return new ExpressionColumn({ kind: 'cast', operand: this[EXPRESSION], to: parseType(type), onError: 'null' })
  }

  as(name: unknown) {
    if (typeof name !== 'string') throw new InvalidArgument(`as takes a name, not ${describeValue(name)}`)
    const expression = this[EXPRESSION]
    return new ExpressionColumn({
      kind: 'alias',
      operand: expression.kind === 'alias' ? expression.operand : expression,
      name,
    })
  }

  asc() {
    return this.#sort('asc')
  }
  desc() {
    return this.#sort('desc')
  }
  ascNullsFirst() {
    return this.#sort('asc', 'first')
  }
  ascNullsLast() {
    return this.#sort('asc', 'last')
  }
  descNullsFirst() {
    return this.#sort('desc', 'first')
  }
  descNullsLast() {
    return this.#sort('desc', 'last')
  }

  over(window: WindowSpec) {
    const expression = this[EXPRESSION]
    if (expression.kind !== 'call') {
      throw new InvalidArgument('over follows an aggregate or window function', {
        hint: 'write sum(o.net).over(window), rowNumber().over(window)',
      })
    }
    return new ExpressionColumn({ kind: 'over', call: expression, window: window.definition })
  }

  when(condition: unknown, value: unknown) {
    const expression = this[EXPRESSION]
    if (expression.kind !== 'case' || expression.otherwise !== undefined) {
      throw new InvalidArgument('when continues a when(…) that has no otherwise(…) yet')
    }
    const branch = { when: toCondition(condition, 'when'), then: toExpression(value, 'when') }
    return new ExpressionColumn({ ...expression, branches: [...expression.branches, branch] })
  }
  otherwise(value: unknown) {
    const expression = this[EXPRESSION]
    if (expression.kind !== 'case' || expression.otherwise !== undefined) {
      throw new InvalidArgument('otherwise ends a when(…) chain, once')
    }
    return new ExpressionColumn({ ...expression, otherwise: toExpression(value, 'otherwise') })
  }

  #with(fn: string, ...others: unknown[]) {
    return new ExpressionColumn(call(fn, [this[EXPRESSION], ...others.map((other) => toExpression(other, fn))]))
  }
  #sort(direction: Direction, nulls?: NullsOrder) {
    return new ExpressionColumn({ kind: 'sort', operand: this[EXPRESSION], direction, nulls })
  }

  [Symbol.toPrimitive](): never {
    throw new InvalidArgument('a column has no JavaScript value: it stands for a value in the database', {
      hint: 'compare with .eq(), .gt(), .lt() …; compute with .plus(), .times() …; combine with and(), or(), not()',
    })
  }
  [inspect.custom](): string {
    return `Column(${this.name ?? this[EXPRESSION].kind})`
  }
}

/** Wraps an expression as the column that users hold. The type is the caller's promise. */
export function toColumn<C = Column<never>>(expression: Expression): C {
  return new ExpressionColumn(expression) as unknown as C
}

/** The expression inside a column, or undefined where `value` is no column. */
export function expressionOf(value: unknown): Expression | undefined {
  return typeof value === 'object' && value !== null && EXPRESSION in value
    ? (value as ExpressionColumn)[EXPRESSION]
    : undefined
}

/** A plain value, also as `lit` holds it; any other column is itself. */
export function constantOf(value: unknown): unknown {
  const expression = expressionOf(value)
  return expression?.kind === 'literal' ? expression.value : value
}

/**
 * A column's expression, or a literal of any other value that SQL knows.
 *
 * @throws InvalidArgument for undefined, functions, symbols and sort keys, naming the method `where` it stood.
 */
export function toExpression(value: unknown, where: string): Expression {
  const expression = expressionOf(value)
  if (expression?.kind === 'sort') {
    throw new InvalidArgument(`${where} takes a column or a value, not a sort order`, {
      hint: 'asc() and desc() belong in orderBy(…)',
    })
  }
  if (expression) return expression.kind === 'alias' ? expression.operand : expression
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') {
    const hint =
      value === undefined ? 'is a column or variable misspelled? For NULL write null, or isNull()' : undefined
    throw new InvalidArgument(`${where} takes a column or a value, not ${describeValue(value)}`, { hint })
  }
  if (typeof value === 'number' && Number.isNaN(value)) return literal(value, { kind: 'double' })
  return literal(value as LiteralValue)
}

/** A condition: a column, never a bare value, since `filter(true)` is nearly always a slip. */
export function toCondition(value: unknown, where: string): Expression {
  const expression = expressionOf(value)
  if (!expression) {
    throw new InvalidArgument(`${where} takes a condition, not ${describeValue(value)}`, {
      hint: "a condition is a column: o.total.gt(0), o.status.eq('paid'), and(…, …); write lit(true) for a constant",
    })
  }
  return toExpression(value, where)
}

/** A column for a function that takes columns only: strings are values in Millrace, names live in verbs. */
export function columnArgument(value: unknown, fn: string): Expression {
  if (expressionOf(value)) return toExpression(value, fn)
  const hint =
    typeof value === 'string'
      ? `write ${fn}(col(${JSON.stringify(value)})), or lit(${JSON.stringify(value)}) for the text itself`
      : undefined
  throw new InvalidArgument(`${fn} takes a column, not ${describeValue(value)}`, { hint })
}

/** A value as an error prints it. */
export function describeValue(value: unknown): string {
  if (expressionOf(value)) return 'a column'
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'string') return `the string ${inspect(value, { maxStringLength: 60 })}`
  return inspect(value, { depth: 0, maxStringLength: 60, breakLength: Number.POSITIVE_INFINITY })
}
