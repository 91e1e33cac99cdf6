import { definitionOf } from '../../src/dag/models/definition.ts'
import type { NamedModel } from '../../src/dag/models/resolve-models.ts'
import { resolveGraph } from '../../src/dag/resolve-graph.ts'
import { ModelErrors } from '../../src/errors/index.ts'
import type { ModelRef } from '../../src/index.ts'

export type Exported = Readonly<Record<string, ModelRef<never> | ModelRef<unknown>>>

/** Models as a file of that name would export them, each on a line of its own. */
export function resolveModels(exported: Exported, file = 'shop') {
  const named = Object.entries(exported).map(([exportName, model], index): NamedModel => {
    const definition = definitionOf(model)
    if (definition === undefined) throw new Error(`${exportName} is no model`)
    const place = { file: `models/${file}.ts`, line: index + 1 }
    return { name: `${file}.${exportName}`, exportName, ...place, definition, sources: {} }
  })
  return resolveGraph([], named)
}

/** What is told of them, mistake by mistake: place, message and hint. Nothing is an empty list; another error is thrown on. */
export function toldOf(exported: Exported): readonly string[] {
  try {
    resolveModels(exported)
    return []
  } catch (error) {
    if (!(error instanceof ModelErrors)) throw error
    return error.errors.map(({ message, at, hint }) => [at, message, hint].filter(Boolean).join(' | '))
  }
}
