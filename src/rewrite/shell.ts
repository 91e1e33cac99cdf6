/** What a dialect's spellings do with what they are given: asked of themselves, so that nobody has to say it twice. */
import type { Expr } from '../analyse/resolved.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { type Fragment, fragment } from '../dialect/fragment.ts'
import { spell } from '../dialect/spelling.ts'
import { UnsupportedOnDialect } from '../errors/index.ts'
import type { FunctionName } from '../functions/names.ts'

/**
 * Whether a call or a cast wants its aggregates and window functions as columns. Where an engine answers it with a query of
 * its own, none of the query around it can be computed; where it says its argument many times, nobody could read them all.
 */
export type WantsColumns = (expr: Expr) => boolean

/** Whether an engine computes an argument of the expression more than once. */
export type Repeats = (expr: Expr) => boolean

/** What rules ask of a dialect beside its capabilities. */
export interface Spelled {
  readonly wantsColumns: WantsColumns
  readonly repeats: Repeats
  /** What users call the engine. */
  readonly title: string
}

export const spelledBy = (dialect: Dialect): Spelled => ({
  wantsColumns: wantingColumns(dialect),
  repeats: repeating(dialect),
  title: dialect.title,
})

type Around = Extract<Expr, { kind: 'call' | 'cast' }>

/** So often an aggregate may be repeated. */
const READABLE = 4

const wantingColumns =
  (dialect: Dialect): WantsColumns =>
  (expr) => {
    if (expr.kind !== 'cast' && !(expr.kind === 'call' && expr.fn.kind === 'scalar')) return false
    const sql = shell(expr, dialect)
    return /\bselect\b/i.test(sql) || timesIn(sql) > READABLE * givenTo(expr)
  }

const repeating =
  (dialect: Dialect): Repeats =>
  (expr) => {
    if (expr.kind === 'over') return true
    if (expr.kind !== 'call' && expr.kind !== 'cast') return false
    // PostgreSQL makes two comparisons of it.
    if (expr.kind === 'call' && expr.fn.name === 'between') return true
    return timesIn(shell(expr, dialect)) > givenTo(expr)
  }

/** How many arguments are computed, and how often they are written. */
const givenTo = (expr: Around): number =>
  expr.kind === 'cast' ? 1 : expr.args.filter((arg) => arg.kind !== 'literal').length
const timesIn = (sql: string): number => sql.split(COMPUTED.sql).length - 1

/** The expression as it is written around arguments that are computed: those a spelling may want to name. */
function shell(expr: Around, dialect: Dialect): string {
  try {
    return written(expr, dialect).sql
  } catch (error) {
    // What cannot be said at all says so when it is printed.
    if (error instanceof UnsupportedOnDialect) return ''
    throw error
  }
}

function written(expr: Around, dialect: Dialect): Fragment {
  if (expr.kind === 'cast') return dialect.cast(COMPUTED, expr.operand.type, expr.type, expr.onError)
  const { fn, args, type } = expr
  const fragments = args.map(
    (arg): Fragment => (arg.kind === 'literal' ? dialect.literal(arg.value, arg.type, false) : COMPUTED),
  )
  return spell(dialect.functions[fn.name as FunctionName], fragments, {
    type,
    types: args.map((arg) => arg.type),
    literals: args.map((arg) => (arg.kind === 'literal' ? arg.value : undefined)),
  })
}

const COMPUTED = fragment('computed("a")')
