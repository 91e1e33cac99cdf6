import { InvalidArgument } from '../errors/index.ts'
import type { Relation } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'
import type { SessionScope } from '../session/scope.ts'
import { changesColumns, type OnSchemaChange, type WriteResult } from '../write/index.ts'
import { type Materialized, type RelationWrite, type TableParts, writeRelation } from './relation.ts'

/** What an incremental model is told besides its rows. */
export interface IncrementalSettings extends Omit<Materialized, 'relation'>, Pick<TableParts, 'indexes' | 'audit'> {
  /**
   * What a changed column list does: an error (default), new columns in the table, nothing (the common ones are
   * written), or everything is built anew.
   */
  readonly onSchemaChange?: OnSchemaChange | 'fullRefresh' | undefined
  /** Builds everything, whatever is there. */
  readonly fullRefresh?: boolean | undefined
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
  const { target, comments, indexes, audit } = given
  if (given.strategy !== 'append' && given.key.length === 0)
    throw new InvalidArgument(`${given.strategy} needs a key, by which rows are found again`, { hint: "key: 'id'" })
  const full = await mustBuildAll(scope, given, () => given.build(true))
  const common = { target, comments, indexes, audit }
  const how: RelationWrite = full
    ? { ...common, ...rowRules(given), mode: 'overwrite', replaceKind: true, keepReaders: true }
    : { ...common, ...rowRules(given), mode: given.strategy, onSchemaChange: keptColumns(given) }
  return { ...(await writeRelation(scope, given.build(!full), how)), full }
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

/** Whether the table is made of all rows. @param newRows what would come into it otherwise */
export async function mustBuildAll(
  scope: SessionScope,
  { target, onSchemaChange, fullRefresh }: IncrementalSettings,
  newRows: () => Relation,
): Promise<boolean> {
  const existing = await scope.engine.tableInfo(target, scope.connection)
  if (fullRefresh || existing?.kind !== 'table') return true
  if (onSchemaChange !== 'fullRefresh') return false
  return changesColumns(scope.dialect.ddl, existing.fields, await outputsOf(scope, newRows()))
}

async function outputsOf(scope: SessionScope, relation: Relation): Promise<Fields> {
  return scope.using(relation, async ({ outputs }) => outputs)
}

/** What a table that stays does about columns; those that change under `fullRefresh` never come here. */
export function keptColumns({ onSchemaChange }: IncrementalSettings): OnSchemaChange {
  return onSchemaChange === 'fullRefresh' || onSchemaChange === undefined ? 'fail' : onSchemaChange
}
