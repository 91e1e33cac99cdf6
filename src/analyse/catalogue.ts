import type { Relation, TableName } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'
import type { SqlType } from '../plan/type.ts'

/** Where the rows of a frame are to be had without computing them again. */
export type Kept = { readonly fields: Fields } & (
  | { readonly kind: 'scan'; readonly table: TableName }
  | { readonly kind: 'statement'; readonly sql: string; readonly bindings: readonly unknown[] }
)

/** What analysis may know of the database: already fetched, asked synchronously. */
export interface Catalogue {
  /** The columns of a table; undefined where they were not looked up; null where there is no such table. */
  table(name: TableName): Fields | null | undefined
  /** Whether a column of the database can be read as the type that the program says it has. */
  readsAs(declared: SqlType, found: SqlType): boolean
  /** The columns that SQL text of the user's own gives: a whole statement, or a select list over a frame. */
  statement(relation: Relation): Fields | undefined
  /** Where the rows of that very frame are kept, if they are. */
  kept(relation: Relation): Kept | undefined
  /** Names of the tables there are, for "did you mean". */
  tables(): readonly string[]
}

/** Knows nothing: for plans whose types are all given. */
export const EMPTY_CATALOGUE: Catalogue = {
  table: () => undefined,
  readsAs: () => true,
  statement: () => undefined,
  kept: () => undefined,
  tables: () => [],
}
