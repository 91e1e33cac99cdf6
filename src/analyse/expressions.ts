/** Resolves expressions: columns to identities, literals and calls to types, casts where types meet. */
import { describeValue } from '../column/expression-column.ts'
import {
  didYouMean,
  InternalError,
  InvalidArgument,
  listNames,
  MisplacedAggregate,
  MisplacedGenerator,
  TypeMismatch,
} from '../errors/index.ts'
import { functionEntry } from '../functions/entry.ts'
import type { Parameter } from '../functions/parameter.ts'
import type { Expression, WindowDefinition } from '../plan/expression.ts'
import type { Relation } from '../plan/relation.ts'
import { formatType, type SqlType, types } from '../plan/type.ts'
import { decimalTypeOf, isNumeric } from '../plan/type-rules.ts'
import { checkCast } from './casts.ts'
import { foldDates } from './fold-dates.ts'
import type { AnalysedFrame, Scope } from './frame-scope.ts'
import { literalType, naturalType } from './literals.ts'
import { asType, meet, meetElements, type Part, type Pending, settled, typedLiteral } from './meeting.ts'
import { type CallExpr, columnExpr, type Expr, hasAggregate, hasWindow, type SortTerm } from './resolved.ts'

/** What resolving an expression may ask of the analysis around it. */
export interface ExpressionContext {
  /** The instant of the run. */
  readonly now: Date
  frame(relation: Relation): AnalysedFrame
}

/** Functions that compare: numbers among their arguments may differ in width without a cast. */
const COMPARISONS = new Set(['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'eqNullSafe', 'between', 'nullif'])

/** Aggregates of distinct values, which no engine has over windows. */
const DISTINCT = new Set(['countDistinct', 'sumDistinct'])

export function resolveExpression(expression: Expression, scope: Scope, context: ExpressionContext): Expr {
  return settled(resolvePart(expression, scope, context))
}

export function resolveCondition(expression: Expression, scope: Scope, context: ExpressionContext): Expr {
  const condition = resolveExpression(expression, scope, context)
  if (condition.type.kind === 'boolean') return condition
  if (condition.type.kind === 'void') return asType(condition, types.boolean, scope.verb)
  throw new TypeMismatch(`${scope.verb} takes a condition, not a ${formatType(condition.type)}`, {
    hint: 'compare it with something: .gt(0), .isNotNull()',
  })
}

export function resolveSortTerm(expression: Expression, scope: Scope, context: ExpressionContext): SortTerm {
  const sort = expression.kind === 'sort' ? expression : undefined
  const expr = resolveExpression(sort ? sort.operand : expression, scope, context)
  if (expr.type.kind === 'array' || expr.type.kind === 'struct' || expr.type.kind === 'map') {
    throw new TypeMismatch(`${scope.verb}: a ${formatType(expr.type)} has no order`, {
      hint: 'the engines order what is nested differently: order by columns of plain values',
    })
  }
  const direction = sort?.direction ?? 'asc'
  return { expr, direction, nulls: sort?.nulls ?? (direction === 'asc' ? 'first' : 'last') }
}

function resolvePart(expression: Expression, scope: Scope, context: ExpressionContext): Part {
  switch (expression.kind) {
    case 'literal':
      if (expression.type === undefined) return { kind: 'pending', value: expression.value }
      return typedLiteral(expression.value, expression.type, 'lit')
    case 'name':
      return columnExpr(scope.byName(expression.name))
    case 'attribute':
      return columnExpr(scope.byIdentity(context.frame(expression.frame), expression.name, expression.operand))
    case 'alias':
      return resolvePart(expression.operand, scope, context)
    case 'sort':
      throw new InvalidArgument(`${scope.verb}: a sort order is no value`, {
        hint: 'asc() and desc() belong in orderBy(…)',
      })
    case 'cast': {
      const operand = resolveExpression(expression.operand, scope, context)
      checkCast(operand.type, expression.to, scope.verb)
      const nullable = operand.nullable || expression.onError === 'null'
      return { kind: 'cast', operand, onError: expression.onError, type: expression.to, nullable }
    }
    case 'call':
      return resolveCall(expression.fn, expression.args, scope, context)
    case 'case':
      return resolveCase(expression, scope, context)
    case 'in':
      return resolveIn(expression, scope, context)
    case 'over':
      return resolveOver(expression.call, expression.window, scope, context)
    case 'generated':
      throw new MisplacedGenerator(`${scope.verb}: explode(…) and stack(…) make rows, and stand by themselves`, {
        hint: "first withColumn('element', explode(o.list)), then use the new column",
      })
    default:
      return expression satisfies never
  }
}

const GROUPINGS = new Set(['grouping', 'groupingId'])

function resolveCall(
  name: string,
  args: readonly Expression[],
  scope: Scope,
  context: ExpressionContext,
  windowed = false,
): Expr {
  const fn = functionEntry(name)
  if (!fn) throw new InternalError(`no function is called ${name}`)
  if (GROUPINGS.has(name) && !scope.sets) {
    throw new MisplacedAggregate(`${scope.verb}: ${name} says which keys a row of grouping sets is grouped by`, {
      hint: 'it stands in the agg of rollup, cube and groupingSets',
    })
  }
  if (name === 'currentTimestamp') return typedLiteral(context.now, types.timestamp, name)
  if (name === 'currentDate') return typedLiteral(context.now.toISOString().slice(0, 10), types.date, name)
  const parts = args.map((arg) => resolvePart(arg, scope, context))
  const parameters = parts.map((_, index) => fn.parameters[index] ?? (fn.parameters.at(-1) as Parameter))
  const inside = meetElements(parts, parameters, name)
  const meeting = parts.filter((_, index) => parameters[index]?.meets === 'value')
  const met = meeting.length > 0 ? meet(meeting, name, COMPARISONS.has(name)) : undefined
  const exprs = parts.map((part, index): Expr => {
    const parameter = parameters[index] as Parameter
    const element = inside.get(index)
    if (element) return resolveArgument(element, parameter, name, index)
    if (parameter.meets !== 'value' || !met)
      return resolveArgument(readDecimal(part, parameter, parts), parameter, name, index)
    const expr = met.parts[meeting.indexOf(part)] as Expr
    if (!parameter.accepts(met.type) && met.type.kind !== 'void') throw wrongArgument(name, index, parameter, met.type)
    // Numbers of any width compare by value on every engine: a cast would only keep an index from being used.
    return COMPARISONS.has(name) && isNumeric(expr.type) ? expr : asType(expr, met.type, name)
  })
  if (fn.kind === 'aggregate' && !windowed && exprs.some((expr) => hasAggregate(expr) || hasWindow(expr))) {
    throw new MisplacedAggregate(`${name}: an aggregate of an aggregate`, {
      hint: 'aggregate in two steps: groupBy(…).agg(…) twice, or withColumn first',
    })
  }
  const known = exprs.map((expr) => ({
    type: expr.type,
    nullable: expr.nullable,
    literal: expr.kind === 'literal' ? expr.value : undefined,
  }))
  if (fn.known) return typedLiteral(fn.known(known), fn.gives(known), name)
  return foldDates({ kind: 'call', fn, args: exprs, type: fn.gives(known), nullable: fn.nullable(known) })
}

/** Opposite a decimal, the text of a number is a decimal (that is how JavaScript holds one), and so is a whole number. */
function readDecimal(part: Part, parameter: Parameter, parts: readonly Part[]): Part {
  if (part.kind !== 'pending' || !parameter.accepts(types.decimal(1, 0)) || parameter.accepts(types.string)) return part
  const written = typeof part.value === 'string' || naturalType(part.value).kind === 'long'
  const opposite = written && parts.some((other) => other.kind !== 'pending' && other.type.kind === 'decimal')
  const type = opposite ? decimalTypeOf(String(part.value)) : undefined
  return type ? typedLiteral(part.value, type, 'lit') : part
}

function resolveArgument(part: Part, parameter: Parameter, fn: string, index: number): Expr {
  let expr: Expr
  if (part.kind === 'pending') {
    const natural = literalType(part.value, parameter.becomes?.(parameter.fallback) ?? parameter.fallback, false)
    expr = settled(part, natural)
  } else expr = part
  if (expr.type.kind === 'void') return asType(expr, parameter.fallback, fn)
  if (!parameter.accepts(expr.type)) throw wrongArgument(fn, index, parameter, expr.type)
  if (parameter.words) {
    const word = expr.kind === 'literal' ? expr.value : undefined
    if (typeof word !== 'string' || !parameter.words.includes(word)) {
      throw new InvalidArgument(`${fn} takes ${parameter.what}, not ${describeValue(word)}`, {
        hint: [didYouMean(String(word), parameter.words), `There are ${listNames(parameter.words)}.`]
          .filter(Boolean)
          .join(' '),
      })
    }
  }
  if (parameter.written && (expr.kind !== 'literal' || expr.value === null)) {
    throw new InvalidArgument(`${fn} takes ${parameter.what} that is written into the program, not a column or NULL`)
  }
  return parameter.becomes ? asType(expr, parameter.becomes(expr.type), fn) : expr
}

function wrongArgument(fn: string, index: number, parameter: Parameter, type: SqlType): TypeMismatch {
  const operator = ['plus', 'minus', 'times', 'div', 'mod'].includes(fn)
  const hint =
    operator && (type.kind === 'date' || type.kind === 'timestamp')
      ? 'for dates there are datediff(end, start), dateAdd(day, n), dateSub(day, n), addMonths(day, n)'
      : `nothing is cast silently: write .cast('${formatType(parameter.fallback)}') on it`
  return new TypeMismatch(`${fn} takes ${parameter.what} as argument ${index + 1}, not a ${formatType(type)}`, { hint })
}

function resolveCase(
  expression: Extract<Expression, { kind: 'case' }>,
  scope: Scope,
  context: ExpressionContext,
): Expr {
  const whens = expression.branches.map((branch) => resolveCondition(branch.when, { ...scope, verb: 'when' }, context))
  const values = [
    ...expression.branches.map((branch) => branch.then),
    ...(expression.otherwise ? [expression.otherwise] : []),
  ]
  const { parts, type } = meet(
    values.map((one) => resolvePart(one, scope, context)),
    'when',
    false,
  )
  const typed = parts.map((part) => asType(part, type, 'when'))
  const branches = whens.map((when, index) => ({ when, then: typed[index] as Expr }))
  const otherwise = expression.otherwise ? typed.at(-1) : undefined
  return {
    kind: 'case',
    branches,
    otherwise,
    type,
    nullable: otherwise === undefined || typed.some((one) => one.nullable),
  }
}

function resolveIn(expression: Extract<Expression, { kind: 'in' }>, scope: Scope, context: ExpressionContext): Expr {
  const operand = resolveExpression(expression.operand, scope, context)
  const parts = expression.values.map((one) => resolvePart(one, scope, context))
  // The values are a list of literals: columns among them are compared one by one.
  const columns = expression.values.filter((_, index) => !['pending', 'literal'].includes(parts[index]?.kind ?? ''))
  if (columns.length > 0) {
    const constants = expression.values.filter((value) => !columns.includes(value))
    const equal = columns.map(
      (value): Expression => ({ kind: 'call', fn: 'eq', args: [expression.operand, value], distinct: false }),
    )
    const rest: Expression[] = constants.length > 0 ? [{ ...expression, values: constants }] : []
    const all = [...rest, ...equal]
    return resolveExpression(
      all.length === 1 ? (all[0] as Expression) : { kind: 'call', fn: 'or', args: all, distinct: false },
      scope,
      context,
    )
  }
  const literals = parts as readonly (Pending | Extract<Expr, { kind: 'literal' }>)[]
  const present = literals.filter((part) => part.value !== null)
  const { parts: met, type } = meet([operand, ...present], 'isin', true)
  const values = met.slice(1).map((one) => (one as Extract<Expr, { kind: 'literal' }>).value)
  const withNull = present.length < literals.length
  const nullable = operand.nullable || withNull
  return { kind: 'in', operand: asType(operand, type, 'isin'), values, withNull, type: types.boolean, nullable }
}

function resolveOver(called: Expression, window: WindowDefinition, scope: Scope, context: ExpressionContext): Expr {
  const inner = { ...scope, verb: 'over' }
  const call =
    called.kind === 'call'
      ? resolveCall(called.fn, called.args, scope, context, true)
      : resolveExpression(called, scope, context)
  if (call.kind !== 'call' || call.fn.kind === 'scalar') {
    throw new MisplacedAggregate('over follows an aggregate or window function')
  }
  if (DISTINCT.has(call.fn.name)) {
    throw new MisplacedAggregate(
      `${call.fn.name} cannot stand over a window: no database counts distinct values there`,
      {
        hint: 'compute it with groupBy(…).agg(…), and join that',
      },
    )
  }
  if (call.fn.needsOrder && window.orderBy.length === 0) {
    throw new MisplacedAggregate(`${call.fn.name} needs a window with an order`, {
      hint: 'add .orderBy(…) to the window',
    })
  }
  const partitionBy = window.partitionBy.map((one) => resolveExpression(one, inner, context))
  const orderBy = window.orderBy.map((one) => resolveSortTerm(one, inner, context))
  checkWindow(call, orderBy, window)
  return {
    kind: 'over',
    call: call satisfies CallExpr,
    partitionBy,
    orderBy,
    frame: window.frame,
    type: call.type,
    nullable: call.nullable,
  }
}

/** Shapes of windows that no engine, or not every one, gives an answer to. */
function checkWindow(call: CallExpr, orderBy: readonly SortTerm[], { frame }: WindowDefinition): void {
  if (call.fn.name === 'countDistinct' || call.fn.name === 'sumDistinct') {
    throw new MisplacedAggregate(`${call.fn.name} cannot stand before .over(…)`, {
      hint: 'aggregate with groupBy(…) and join the result',
    })
  }
  if (!frame) return
  if (call.fn.kind === 'window' && !FRAMED.has(call.fn.name)) {
    throw new MisplacedAggregate(`${call.fn.name} looks at its whole partition: it takes no frame`, {
      hint: 'leave out rowsBetween and rangeBetween',
    })
  }
  const offset = [frame.from, frame.to].some((bound) => Number.isFinite(bound) && bound !== 0)
  if (frame.unit !== 'range' || !offset) return
  const [key] = orderBy
  if (orderBy.length !== 1 || !key || !isNumeric(key.expr.type)) {
    throw new MisplacedAggregate('rangeBetween with a distance needs one order key, and a number', {
      hint: 'for dates order by datediff(day, start); rowsBetween counts rows',
    })
  }
}

/** Window functions that look at the frame; all others look at the partition. */
const FRAMED = new Set(['firstValue', 'lastValue', 'nthValue'])
