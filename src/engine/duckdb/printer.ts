import { type KnexClientBase, knexClientClass } from '../knex-internals.ts'

/** Knex's client of PostgreSQL, as far as it prints statements, with names and bindings as DuckDB reads them. */
export function duckdbPrinter<C>() {
  return class extends knexClientClass<KnexClientBase<C>>('postgres') {
    // PostgreSQL's own reads `arr[0]` as an element of an array, and a question mark as a binding.
    wrapIdentifierImpl(value: string): string {
      return value === '*' ? value : `"${value.replaceAll('"', '""').replaceAll('?', '\\?')}"`
    }

    // A question mark behind a backslash is none of ours; PostgreSQL's own drops the backslashes before it, too.
    override positionBindings(sql: string): string {
      let count = 0
      return sql.replace(/(\\*)\?/g, (_, escapes: string) => {
        if (escapes !== '') return `${escapes.slice(1)}?`
        count += 1
        return `$${count}`
      })
    }
  }
}
