import type { TableName } from '../engine/engine.ts'
import { DuplicateKey, SchemaChanged } from '../errors/index.ts'
import type { Expression } from '../plan/expression.ts'
import { formatTableName, type Relation } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'
import { rowCondition } from '../session/row-condition.ts'
import type { SessionScope } from '../session/scope.ts'
import {
  type Comments,
  type Models,
  type WriteResult,
  type WriteTableRequest,
  writeTable,
  writeView,
} from '../write/index.ts'

/** A query that becomes a table or a view. */
export interface Materialized {
  readonly relation: Relation
  readonly target: TableName
  /** What the relation and its columns mean. Default: comments that are there stay. */
  readonly comments?: Comments | undefined
  /** What models of the project make: their views may be in the way. */
  readonly models?: Models | undefined
}

/** What a table has besides its rows, and who looks at it first. */
export type TableParts = Pick<WriteTableRequest, 'indexes' | 'key' | 'unique' | 'audit'>

/** How a table takes the place of whatever was there. */
export const REPLACING = { mode: 'overwrite', replaceKind: true, keepReaders: true } as const

/**
 * Makes or replaces a table of what the relation gives, at once; a view of that name gives way in the same transaction.
 *
 * @throws what `audit` throws, and then nothing has changed; what writing throws
 */
export function materializeTable(
  scope: SessionScope,
  { relation, target, comments, models, indexes, key, unique, audit }: Materialized & TableParts,
): Promise<WriteResult> {
  return writeRelation(scope, relation, { target, ...REPLACING, models, comments, indexes, key, unique, audit })
}

/** Makes or replaces a view; a table of that name gives way in the same transaction. */
export function materializeView(
  scope: SessionScope,
  { relation, target, comments, models }: Materialized,
): Promise<WriteResult> {
  return written(scope, target, async () => {
    const { statement, outputs } = await scope.prepareView(relation)
    const view = { ...request(scope, target, outputs), replaceKind: true, keepReaders: true, models, comments }
    return writeView(scope.engine, { ...view, select: statement })
  })
}

/** How a relation's rows are written; a condition, of expressions still, is compiled for its columns. */
export type RelationWrite = Omit<
  WriteTableRequest,
  'fields' | 'select' | 'ddl' | 'transaction' | 'signal' | 'where'
> & {
  readonly where?: Expression | undefined
}

/** Writes what a relation gives to a table. */
export function writeRelation(scope: SessionScope, relation: Relation, how: RelationWrite): Promise<WriteResult> {
  return written(scope, how.target, () =>
    scope.using(relation, ({ statement, outputs }) => {
      // What is built has the indexes that its options name, and of those that were made for it before no others.
      const made = { ...request(scope, how.target, outputs), dropsIndexes: true }
      const where = rowCondition(scope, made.fields, how.where)
      return writeTable(scope.engine, { ...made, ...how, where, select: statement })
    }),
  )
}

function request(scope: SessionScope, target: TableName, outputs: Fields) {
  const fields = outputs.map(({ name, type, nullable }) => ({ name, type, nullable }))
  const { dialect, transaction, options } = scope
  return { target, fields, ddl: dialect.ddl, transaction, signal: options.signal }
}

/** Tells what was written; what the catalogue said before is no longer so. */
async function written(scope: SessionScope, target: TableName, body: () => Promise<WriteResult>): Promise<WriteResult> {
  try {
    const result = await body()
    scope.options.observer?.wrote?.(formatTableName(target), result)
    return result
  } catch (error) {
    throw inWordsOfModels(error)
  } finally {
    scope.catalogue.forget()
  }
}

/** A model has other options than `write`, whose hints the errors have. */
function inWordsOfModels(error: unknown): unknown {
  if (error instanceof SchemaChanged) error.hint = CHANGED
  if (error instanceof DuplicateKey) error.hint = REPEATED
  return error
}

const CHANGED =
  "onSchemaChange: 'append' adds new columns, 'ignore' writes the common ones, 'fullRefresh' builds all anew; what is of another type is cast in the body; --full-refresh builds the table anew once"
const REPEATED =
  "make the rows distinct by the key in the body: .dropDuplicates(['id']), or the newest of each with rowNumber().over(Window.partitionBy(o.id).orderBy(o.updated_at.desc())) in a column of which only 1 is kept"
