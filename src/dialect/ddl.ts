import type { TableName } from '../plan/relation.ts'
import type { Field } from '../plan/schema.ts'
import type { SqlType } from '../plan/type.ts'

/** How one database spells what writing needs: names, declared types, literals. Pure; holds no connection. */
export interface Ddl {
  /** The dialect's name, as in `Engine.dialect`. */
  readonly dialect: string
  /** What people call it: `SQLite`, `PostgreSQL`. */
  readonly title: string
  /** A name in double quotes; any string survives. */
  quote(name: string): string
  /** `"schema"."name"`, or `"name"`. */
  table(name: TableName): string
  /**
   * The declared type of a column; the catalogue reads it back as the same type.
   *
   * @throws UnsupportedOnDialect where the engine cannot hold the type; the message names `column`.
   */
  typeName(type: SqlType, column: string): string
  /** A value as SQL text: for views only, which can hold no bindings. Takes what the codec binds. */
  literal(value: unknown): string
  /** Where `sql` (a whole statement) has its placeholders: `[start, end, index of the binding]`, in order. */
  placeholders(sql: string): readonly (readonly [start: number, end: number, binding: number])[]
  /** @throws InvalidName for a name that the engine cannot hold. `what` is `table`, `column` … */
  checkName(name: string, what: string): void
  /** Checks all column names of one table: each, and whether the engine can tell them apart. @throws InvalidName */
  checkColumns(names: readonly string[]): void
  /** Column definitions of CREATE TABLE, in order: `"id" bigint NOT NULL`. */
  columns(fields: readonly Field[]): string
  /** Name of an index that the `indexes` option makes: the same for the same table and columns, within the engine's limits. */
  indexName(table: string, columns: readonly string[]): string
}
