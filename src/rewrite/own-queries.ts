import type { Expr } from '../analyse/resolved.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { type Fragment, fragment } from '../dialect/fragment.ts'
import { spell } from '../dialect/spelling.ts'
import { UnsupportedOnDialect } from '../errors/index.ts'
import type { FunctionName } from '../functions/names.ts'

/**
 * Whether an engine answers a call or a cast with a query of its own: inside of such a query no aggregate and no window
 * function of the query around it can be computed.
 */
export type OwnQuery = (expr: Expr) => boolean

/** Asks the spelling itself: nobody has to remember to say it a second time. */
export const ownQueries =
  (dialect: Dialect): OwnQuery =>
  (expr) => {
    if (expr.kind !== 'cast' && !(expr.kind === 'call' && expr.fn.kind === 'scalar')) return false
    try {
      return /\bselect\b/i.test(shell(expr, dialect))
    } catch (error) {
      // What cannot be said at all says so when it is printed.
      if (error instanceof UnsupportedOnDialect) return false
      throw error
    }
  }

/** The expression as it is written around arguments that are computed: those a spelling may want to name. */
function shell(expr: Extract<Expr, { kind: 'call' | 'cast' }>, dialect: Dialect): string {
  if (expr.kind === 'cast') return dialect.cast(COMPUTED, expr.operand.type, expr.type, expr.onError).sql
  const { fn, args, type } = expr
  const written = args.map(
    (arg): Fragment => (arg.kind === 'literal' ? dialect.literal(arg.value, arg.type, false) : COMPUTED),
  )
  return spell(dialect.functions[fn.name as FunctionName], written, {
    type,
    types: args.map((arg) => arg.type),
    literals: args.map((arg) => (arg.kind === 'literal' ? arg.value : undefined)),
  }).sql
}

const COMPUTED = fragment('computed("a")')
