import type { Knex } from 'knex'
import { columnExpr, isVolatile, type Plan } from '../analyse/resolved.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { type Fragment, fragment, RANK } from '../dialect/fragment.ts'
import { quoted } from '../dialect/shared.ts'
import { chained } from '../dialect/spelling.ts'
import { expand } from '../rewrite/expand.ts'
import { spelledBy } from '../rewrite/shell.ts'
import { toQuery } from './blocks.ts'
import { printCondition } from './print-expression.ts'
import { printQuery, printStatement } from './print-query.ts'
import { prune } from './prune.ts'
import { draws, outputsOf, type Query, type Select, selectFrom } from './select.ts'
import { printTexts } from './texts.ts'

/** A query as Select blocks, pruned: what is printed in the dialect's words. */
export function toBlocks(plan: Plan, dialect: Dialect): Query {
  const spelled = spelledBy(dialect)
  return prune(toQuery(expand(plan, dialect.capabilities, spelled), spelled.wantsColumns))
}

/**
 * Compiles a resolved plan to a statement of Knex's.
 *
 * @throws UnsupportedOnDialect for what the engine cannot give with the same answer, InvalidName for a name that it cannot hold.
 */
export function compile(plan: Plan, dialect: Dialect, knex: Knex): Knex.QueryBuilder | Knex.Raw {
  return printStatement(toBlocks(plan, dialect), dialect, knex)
}

/**
 * Compiles the conditions of a plan that filters one table, as one over the bare names of its columns.
 *
 * @returns undefined where the plan is more than such a filter
 */
export function compileCondition(plan: Plan, dialect: Dialect): Fragment | undefined {
  const query = toBlocks(plan, dialect)
  if (!isBare(query) || query.exists.length > 0 || query.where.some(isVolatile)) return undefined
  const names = new Map(query.source.columns.map((column) => [column.id, column.name]))
  const column = (id: number) => fragment(quoted(dialect.ddl, names.get(id) as string))
  return chained(
    query.where.map((condition) => printCondition(condition, dialect, column)),
    'and',
    RANK.and,
  )
}

/** Compiles texts over a resolved plan, whatever columns they may give: for asking the database what these are. */
export function compileTexts(texts: readonly string[], plan: Plan, dialect: Dialect, knex: Knex): Fragment {
  const { sql, bindings } = compile(plan, dialect, knex).toSQL()
  return printTexts(texts, fragment(sql, bindings), dialect)
}

/**
 * Compiles a resolved plan to a builder that whoever wants may go on with: a further `where` or `limit` is one of the
 * frame's rows. Only a bare selection of one table takes them as it is; everything else becomes a derived table.
 */
export function compileOpen(plan: Plan, dialect: Dialect, knex: Knex): Knex.QueryBuilder {
  const query = toBlocks(plan, dialect)
  if (isBare(query)) return printQuery(query, dialect, knex)
  // What is drawn is drawn before whoever goes on reads it: see printClosed.
  const builder = printQuery(draws(query) ? reading(query) : query, dialect, knex)
  return knex.select('*').from(builder.as('frame'))
}

/** A block that gives out what a query gives. */
function reading(query: Query): Query {
  const columns = outputsOf(query)
  return selectFrom(
    { kind: 'query', query, columns },
    columns.map((attribute) => ({ attribute, expr: columnExpr(attribute) })),
  )
}

function isBare(query: Query): query is Select {
  return (
    query.kind === 'select' &&
    query.source.kind === 'table' &&
    query.joins.length === 0 &&
    query.grouping === undefined &&
    !query.distinct &&
    query.orderBy.length === 0 &&
    query.limit === undefined &&
    query.offset === undefined &&
    // Under its own name: WHERE knows the table's columns, not the outputs.
    query.columns.every(({ expr, attribute }) => expr.kind === 'column' && expr.name === attribute.name)
  )
}

/** A builder's SQL as the driver wants it. */
export function toStatement(builder: Knex.QueryBuilder | Knex.Raw): { sql: string; bindings: readonly unknown[] } {
  const { sql, bindings } = builder.toSQL().toNative()
  return { sql, bindings }
}
