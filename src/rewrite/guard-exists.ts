import { conjuncts, type Expr, type Plan } from '../analyse/resolved.ts'
import { type FunctionEntry, functionEntry } from '../functions/entry.ts'
import { types } from '../plan/type.ts'

type Join = Extract<Plan, { kind: 'join' }>

const isCall = (expr: Expr, names: readonly string[]): boolean => expr.kind === 'call' && names.includes(expr.fn.name)
const ORDERING = ['lt', 'lte', 'gt', 'gte']
const EQUALITY = ['eq', 'eqNullSafe']

/**
 * DuckDB loses rows of an EXISTS whose condition has both an ordering (`a < b`) and a comparison that is neither that
 * nor an equality (`c <> d`): what it cannot take apart, it asks of each pair of rows, and finds them.
 */
export function guardExists(join: Join): Join {
  const parts = join.condition ? conjuncts(join.condition) : []
  const [first, ...others] = parts.map((part) => (isCall(part, [...ORDERING, ...EQUALITY]) ? part : guarded(part)))
  if (!first || others.length === 0 || !parts.some((part) => isCall(part, ORDERING))) return join
  const condition: Expr = {
    kind: 'call',
    fn: functionEntry('and') as FunctionEntry,
    args: [first, ...others],
    type: types.boolean,
    nullable: true,
  }
  return { ...join, condition }
}

/** The same condition as one value: not known is as good as false. */
function guarded(condition: Expr): Expr {
  const no: Expr = { kind: 'literal', value: false, type: types.boolean, nullable: false }
  return {
    kind: 'call',
    fn: functionEntry('coalesce') as FunctionEntry,
    args: [condition, no],
    type: types.boolean,
    nullable: false,
  }
}
