import type { TableInfo } from '../engine/engine.ts'
import { InvalidArgument, SchemaChanged } from '../errors/index.ts'
import type { Relation } from '../plan/relation.ts'
import type { SessionScope } from '../session/scope.ts'
import type { OnSchemaChange, WriteResult } from '../write/index.ts'
import { type Part, refusedRebuild, withoutRows } from './part.ts'
import { type Materialized, REPLACING, type RelationWrite, type TableParts, writeRelation } from './relation.ts'

/** What an incremental model is told besides its rows. */
export interface IncrementalSettings extends Omit<Materialized, 'relation'>, Pick<TableParts, 'indexes' | 'audit'> {
  /**
   * What a changed column list does: an error (default), new columns in the table, nothing (the common ones are
   * written), or everything is built anew.
   */
  readonly onSchemaChange?: OnSchemaChange | 'fullRefresh' | undefined
  /** Builds everything, whatever is there. */
  readonly fullRefresh?: boolean | undefined
  /**
   * Where not all of the inputs is read. A table that is there is not built anew, but for `fullRefresh`; of `empty` its
   * rows stay as they are: the query is only held against it.
   */
  readonly part?: Part | undefined
}

/** How new rows get into the table. No two of them may have one key, and none NULL in it. */
export type RowStrategy =
  | { readonly strategy: 'append' }
  | { readonly strategy: 'merge'; readonly key: readonly string[]; readonly update?: readonly string[] | undefined }
  | { readonly strategy: 'deleteInsert'; readonly key: readonly string[] }

export type IncrementalBuild = IncrementalSettings &
  RowStrategy & {
    /** All rows, or the new ones alone. Pure. */
    build(incremental: boolean): Relation
  }

export interface IncrementalResult extends WriteResult {
  /** Whether everything was built. */
  readonly full: boolean
}

/**
 * Brings new rows into a table; builds all of it in the first run, when asked to, where the relation is no table, and
 * where columns have changed under `onSchemaChange: 'fullRefresh'`. One transaction.
 *
 * @throws NullKey, DuplicateKey, SchemaChanged, NoUniqueIndex, and what writing throws; then nothing has changed
 */
export async function materializeIncremental(scope: SessionScope, given: IncrementalBuild): Promise<IncrementalResult> {
  const { target, comments, models, indexes, audit } = given
  if (given.strategy !== 'append' && given.key.length === 0)
    throw new InvalidArgument(`${given.strategy} needs a key, by which rows are found again`, { hint: "key: 'id'" })
  const common = { target, comments, indexes, audit, ...rowRules(given) }
  if ((await tableToKeep(scope, given)) !== undefined) {
    try {
      if (given.part === 'empty') return await holdAgainst(scope, given.build(true), { ...given, ...common })
      const how: RelationWrite = { ...common, mode: given.strategy, onSchemaChange: keptColumns(given) }
      return { ...(await writeRelation(scope, given.build(true), how)), full: false }
    } catch (error) {
      // Told before anything is changed: the columns are compared before the rows are asked for.
      if (given.onSchemaChange !== 'fullRefresh' || !(error instanceof SchemaChanged)) throw error
      if (given.part !== undefined) throw refusedRebuild(target, given.part, error)
    }
  }
  const how: RelationWrite = { ...common, ...REPLACING, models }
  return { ...(await writeRelation(scope, given.build(false), how)), full: true }
}

/** Writes none of the rows to a table that is there: what is wrong with query or columns is told, and no row changes. */
export async function holdAgainst(
  scope: SessionScope,
  rows: Relation,
  given: IncrementalSettings & Pick<RelationWrite, 'key' | 'unique'>,
): Promise<IncrementalResult> {
  const { target, comments, indexes, audit, key, unique } = given
  const common = { target, comments, indexes, audit, key, unique }
  const how: RelationWrite = { ...common, mode: 'append', onSchemaChange: keptColumns(given) }
  return { ...(await writeRelation(scope, withoutRows(rows), how)), full: false }
}

function rowRules(given: RowStrategy): Pick<RelationWrite, 'key' | 'unique' | 'update'> {
  switch (given.strategy) {
    case 'append':
      return {}
    case 'merge':
      return { key: given.key, unique: 'index', update: given.update }
    case 'deleteInsert':
      return { key: given.key, unique: 'rows' }
    default:
      return given satisfies never
  }
}

/** The table that new rows come into; undefined where all of it is to be built. */
export async function tableToKeep(
  scope: SessionScope,
  { target, fullRefresh }: IncrementalSettings,
): Promise<TableInfo | undefined> {
  const existing = fullRefresh ? undefined : await scope.engine.tableInfo(target, scope.connection)
  return existing?.kind === 'table' ? existing : undefined
}

/** What a table that stays does about columns. */
export function keptColumns({ onSchemaChange }: IncrementalSettings): OnSchemaChange {
  return onSchemaChange === 'fullRefresh' || onSchemaChange === undefined ? 'fail' : onSchemaChange
}
