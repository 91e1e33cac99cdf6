import type { Relation, TableName } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'

/** What analysis may know of the database: already fetched, asked synchronously. */
export interface Catalogue {
  /** The columns of a table; undefined where they were not looked up; null where there is no such table. */
  table(name: TableName): Fields | null | undefined
  /** The columns that SQL text of the user's own gives. */
  statement(relation: Relation): Fields | undefined
  /** Names of the tables there are, for "did you mean". */
  tables(): readonly string[]
}

/** Knows nothing: for plans whose types are all given. */
export const EMPTY_CATALOGUE: Catalogue = { table: () => undefined, statement: () => undefined, tables: () => [] }
