import type { Statement, TableName } from '../../engine/engine.ts'
import type { Relation } from '../../plan/relation.ts'
import type { Field, Fields } from '../../plan/schema.ts'
import { loadTable, writeTable } from '../../write/index.ts'
import type { SessionScope } from '../scope.ts'

/** Brings a frame's rows into a new table: computes them, or loads them out of files. Gives the table's columns. */
export async function fillKept(scope: SessionScope, relation: Relation, target: TableName): Promise<Fields> {
  const { engine, transaction, files } = scope
  const { signal } = scope.options
  const { ddl } = scope.dialect
  if (files.needsLoading(relation)) {
    const { read, batches } = files.rows(relation)
    try {
      await loadTable(engine, {
        target,
        fields: read.fields,
        ddl,
        batches: statements(scope, read.fields, batches),
        transaction,
        signal,
      })
    } catch (error) {
      throw await files.explain(relation, error)
    }
    return read.fields
  }
  const { statement, outputs } = await scope.prepare(relation)
  const fields = outputs.map(({ name, type, nullable }) => ({ name, type, nullable }))
  await writeTable(engine, { target, fields, select: statement, ddl, transaction, signal })
  return fields
}

/** Each batch of rows as a query that gives them. */
async function* statements(
  { dialect, native }: SessionScope,
  fields: Fields,
  batches: AsyncIterable<readonly (readonly unknown[])[]>,
): AsyncGenerator<Statement> {
  for await (const batch of batches) {
    const rows = batch.map((row) => row.map((value, index) => plainValue(value, fields[index] as Field)))
    yield native(dialect.values(fields, rows))
  }
}

/** A value of DuckDB's as one that every dialect takes: a document comes as its text. */
function plainValue(value: unknown, { type }: Field): unknown {
  return type.kind === 'json' && typeof value === 'string' ? JSON.parse(value) : value
}
