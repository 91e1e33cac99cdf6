import type { TableName } from '../engine/engine.ts'
import { formatTableName, type Relation } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'
import type { SessionScope } from '../session/scope.ts'
import { type WriteResult, type WriteTableRequest, writeTable, writeView } from '../write/index.ts'

/** A query that becomes a table or a view. */
export interface Materialized {
  readonly relation: Relation
  readonly target: TableName
}

/** Makes or replaces a table of what the relation gives, at once. */
export function materializeTable(
  scope: SessionScope,
  { relation, target, indexes }: Materialized & Pick<WriteTableRequest, 'indexes'>,
): Promise<WriteResult> {
  return written(scope, target, () =>
    scope.using(relation, ({ statement, outputs }) =>
      writeTable(scope.engine, { ...request(scope, target, outputs), select: statement, mode: 'overwrite', indexes }),
    ),
  )
}

/** Makes or replaces a view. */
export function materializeView(scope: SessionScope, { relation, target }: Materialized): Promise<WriteResult> {
  return written(scope, target, async () => {
    const { statement, outputs } = await scope.prepareView(relation)
    return writeView(scope.engine, { ...request(scope, target, outputs), select: statement })
  })
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
  } finally {
    scope.catalogue.forget()
  }
}
