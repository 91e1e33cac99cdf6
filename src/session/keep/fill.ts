import type { TableName } from '../../engine/engine.ts'
import type { Relation } from '../../plan/relation.ts'
import type { Fields } from '../../plan/schema.ts'
import { writeTable } from '../../write/index.ts'
import type { SessionScope } from '../scope.ts'

/** Computes a frame's rows into a new table. Gives the table's columns. */
export async function fillKept(scope: SessionScope, relation: Relation, target: TableName): Promise<Fields> {
  const { statement, outputs } = await scope.prepare(relation)
  const fields = outputs.map(({ name, type, nullable }) => ({ name, type, nullable }))
  await writeTable(scope.engine, {
    target,
    fields,
    select: statement,
    ddl: scope.dialect.ddl,
    transaction: scope.transaction,
    signal: scope.options.signal,
  })
  return fields
}
