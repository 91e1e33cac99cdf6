import type { Knex } from 'knex'
import type { Plan } from '../analyse/resolved.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { toQuery } from './blocks.ts'
import { printQuery } from './print-query.ts'
import { prune } from './prune.ts'
import type { Query } from './select.ts'

/** A query as Select blocks, pruned: what is printed. */
export function toBlocks(plan: Plan): Query {
  return prune(toQuery(plan))
}

/**
 * Compiles a resolved plan to a Knex builder.
 *
 * @throws UnsupportedOnDialect for what the engine cannot give with the same answer, InvalidName for a name that it cannot hold.
 */
export function compile(plan: Plan, dialect: Dialect, knex: Knex): Knex.QueryBuilder {
  return printQuery(toBlocks(plan), dialect, knex)
}

/** A builder's SQL as the driver wants it. */
export function toStatement(builder: Knex.QueryBuilder): { sql: string; bindings: readonly unknown[] } {
  const { sql, bindings } = builder.toSQL().toNative()
  return { sql, bindings }
}
