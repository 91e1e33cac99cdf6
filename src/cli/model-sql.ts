import type { TaskNode } from '../dag/graph.ts'
import { ANY_INSTANT } from '../dag/models/any-instant.ts'
import type { BuildSettings, ModelIndex } from '../dag/models/build-request.ts'
import { compileIncremental, compileModel } from '../dag/models/compile-model.ts'
import { MillraceError } from '../errors/index.ts'

/** The line above the query for the new rows of an incremental model, after that for all rows. */
export const INCREMENTAL = '-- incremental'

/**
 * The query of a model for all rows: everything that it reads, whatever a run leaves out.
 *
 * @returns undefined for what has no query, and where only the database knows the columns of what it reads
 */
export function modelSql(
  node: TaskNode,
  dialect: string,
  index: ModelIndex,
  settings: BuildSettings,
): string | undefined {
  if (node.resourceType !== 'model' && node.resourceType !== 'snapshot') return undefined
  // What only the clock changes is no difference.
  return unlessUnknown(() => compileModel(node.name, dialect, index, settings, ANY_INSTANT))
}

/**
 * All queries of a model as state keeps them and `plan` compares them: of an incremental one also that for its new rows,
 * where it is another.
 */
export function comparedSql(...given: Parameters<typeof modelSql>): string | undefined {
  const [{ name }, ...rest] = given
  const all = modelSql(...given)
  const fresh = all && unlessUnknown(() => compileIncremental(name, ...rest, ANY_INSTANT))
  return fresh === undefined || fresh === all ? all : `${all}\n\n${INCREMENTAL}\n${fresh}`
}

function unlessUnknown(compiled: () => string | undefined): string | undefined {
  try {
    return compiled()
  } catch (error) {
    if (error instanceof MillraceError) return undefined
    throw error
  }
}
