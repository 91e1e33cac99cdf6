import type { Knex } from 'knex'
import type { Relation } from '../plan/relation.ts'
import type { ShowOptions, SqlOptions, SqlText, WriteOptions, WriteResult } from './options.ts'

/** A row as it is handed out: its type is the frame's promise. */
export type PlainRow = Record<string, unknown>

/** What a frame asks of the session that it belongs to: the only way from a frame to a database. */
export interface FrameActions {
  collect(relation: Relation): Promise<PlainRow[]>
  first(relation: Relation): Promise<PlainRow | null>
  take(relation: Relation, count: number): Promise<PlainRow[]>
  tail(relation: Relation, count: number): Promise<PlainRow[]>
  isEmpty(relation: Relation): Promise<boolean>
  iterate(relation: Relation): AsyncIterator<PlainRow>
  count(relation: Relation): Promise<number>
  show(relation: Relation, options: Required<ShowOptions>): Promise<void>
  columns(relation: Relation): Promise<string[]>
  dtypes(relation: Relation): Promise<[name: string, type: string][]>
  printSchema(relation: Relation): Promise<void>
  explain(relation: Relation): Promise<void>
  /** From its next action on the rows of the frame are kept. */
  cache(relation: Relation): void
  unpersist(relation: Relation): Promise<void>
  /** Loads the schemas of the frame's tables, then gives `frame` back. */
  resolve<F>(relation: Relation, frame: F): Promise<F>
  toSQL(relation: Relation, options: SqlOptions): SqlText
  toKnex(relation: Relation): Knex.QueryBuilder
  write(relation: Relation, table: string, options: WriteOptions<PlainRow>): Promise<WriteResult>
  writeView(relation: Relation, name: string): Promise<WriteResult>
}
