import { freeName } from '../analyse/free-name.ts'
import {
  type ColumnStep,
  columnExpr,
  type Expr,
  isAggregateCall,
  isVolatile,
  mapParts,
  type Plan,
  partsOf,
  someExpr,
} from '../analyse/resolved.ts'
import { UnsupportedOnDialect } from '../errors/index.ts'
import { exprsOf, mapExprs } from './map-plan.ts'
import type { Spelled } from './shell.ts'

const isDraw = (expr: Expr): boolean => expr.kind === 'call' && expr.fn.volatile
const keep = (attribute: ColumnStep['attribute']): ColumnStep => ({ attribute, expr: columnExpr(attribute) })

/**
 * A random value inside of what an engine's SQL repeats, as a column of its own below: what is written twice would be drawn
 * twice.
 */
export function drawOnce(node: Plan, { repeats, title }: Spelled, newId: () => number): Plan {
  const isTorn = (expr: Expr): boolean => isVolatile(expr) && someExpr(expr, (one) => isVolatile(one) && repeats(one))
  const torn = exprsOf(node).filter(isTorn)
  if (torn.length === 0) return node
  if (node.kind === 'join') throw notHere(torn, 'in the condition of a join', title)
  if (node.kind === 'aggregate' && torn.some((expr) => isTorn(withoutAggregates(expr))))
    throw notHere(torn, 'beside aggregates', title)
  const input = 'input' in node ? node.input : undefined
  if (!input) return node
  const drawn: ColumnStep[] = []
  const taken = new Set(input.outputs.map(({ name }) => name))
  const lift = (expr: Expr): Expr => {
    if (!isDraw(expr)) return mapParts(expr, lift)
    const { type, nullable } = expr
    const attribute = { id: newId(), name: freeName('_drawn', taken), type, nullable }
    drawn.push({ attribute, expr })
    return columnExpr(attribute)
  }
  const changed = mapExprs(node, (expr) => (torn.includes(expr) ? lift(expr) : expr))
  const columns = [...input.outputs.map(keep), ...drawn]
  const below: Plan = { kind: 'project', input, columns, outputs: columns.map(({ attribute }) => attribute) }
  const made = { ...changed, input: below } as Plan
  // These give out what they are given: the drawn columns stay inside.
  if (node.kind === 'project' || node.kind === 'aggregate') return made
  return { kind: 'project', input: made, columns: node.outputs.map(keep), outputs: node.outputs }
}

/** What is computed of a group once its aggregates are. */
const withoutAggregates = (expr: Expr): Expr =>
  isAggregateCall(expr)
    ? { kind: 'literal', value: null, type: expr.type, nullable: true }
    : mapParts(expr, withoutAggregates)

function notHere(torn: readonly Expr[], where: string, title: string): Error {
  const draw = torn.flatMap(drawsIn)[0]
  return new UnsupportedOnDialect(`${draw}() inside of another function ${where} is not supported on ${title}`, {
    hint: `give it a name first: .withColumn('drawn', ${draw}())`,
  })
}

const drawsIn = (expr: Expr): readonly string[] =>
  expr.kind === 'call' && expr.fn.volatile ? [expr.fn.name] : partsOf(expr).flatMap(drawsIn)
