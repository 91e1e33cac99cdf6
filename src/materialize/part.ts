import { SchemaChanged } from '../errors/index.ts'
import { formatTableName, type Relation, type TableName } from '../plan/relation.ts'

/**
 * What is read of the inputs, where that is not all: no rows, or those of late. Whatever is built of a part is no reason
 * to take away what was built of the whole.
 */
export type Part = 'empty' | 'sample'

/** The same columns, and no rows: whatever the relation makes of none. */
export const withoutRows = (input: Relation): Relation => ({ kind: 'limit', input, count: 0 })

/** The columns have changed, which builds a table anew: but not of a part of the rows. */
export function refusedRebuild(target: TableName, part: Part, cause?: Error): SchemaChanged {
  const how = `--${part}`
  return new SchemaChanged(
    cause?.message ?? `the columns of ${formatTableName(target)} are not those of the frame any more`,
    {
      hint: `${how} does not build a table anew that has rows already, whatever its onSchemaChange says: --full-refresh ${how} does, or a run without ${how}`,
      cause,
    },
  )
}
