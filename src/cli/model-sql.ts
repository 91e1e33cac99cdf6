import type { TaskNode } from '../dag/graph.ts'
import { ANY_INSTANT } from '../dag/models/any-instant.ts'
import type { BuildSettings, ModelIndex } from '../dag/models/build-request.ts'
import { compileModel } from '../dag/models/compile-model.ts'
import { MillraceError } from '../errors/index.ts'

/**
 * The query of a model as state keeps it and `plan` compares it: everything that it reads, whatever a run leaves out.
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
  try {
    // What only the clock changes is no difference.
    return compileModel(node.name, dialect, index, settings, ANY_INSTANT)
  } catch (error) {
    if (error instanceof MillraceError) return undefined
    throw error
  }
}
