/** Builds a model, snapshot or seed inside its slot. */

import { type BoundNode, makeBinding } from '../../dag/models/bind.ts'
import type { BuildRequest, ReadNode } from '../../dag/models/build-request.ts'
import { callBody } from '../../dag/models/call-body.ts'
import { type Definition, definitionOf, type ModelDefinition } from '../../dag/models/definition.ts'
import type { Binding } from '../../dag/models/ref.ts'
import { TASK, type TaskDefinition } from '../../dag/task.ts'
import type { TableName } from '../../engine/engine.ts'
import { InternalError, ModelError } from '../../errors/index.ts'
import { loadExport } from '../../loader/load-task.ts'
import { materializeTable, materializeView } from '../../materialize/relation.ts'
import type { SessionScope } from '../../session/scope.ts'
import { scopeOf } from '../../session/session.ts'
import type { WriteResult } from '../../write/index.ts'
import type { AttemptRequest } from './protocol.ts'

/** A model as something that a slot can run, like a task. */
export const buildTask = (bundleUrl: string, request: AttemptRequest, build: BuildRequest): TaskDefinition<void> => ({
  [TASK]: true,
  options: {},
  declaredAt: undefined,
  run: ({ session }) => buildNode(scopeOf(session), bundleUrl, request, build),
})

async function buildNode(
  scope: SessionScope,
  bundleUrl: string,
  request: AttemptRequest,
  build: BuildRequest,
): Promise<void> {
  const definition = await loadDefinition(bundleUrl, request)
  const target = { ...build.target, schema: build.target.schema ?? scope.options.schema }
  if (definition.kind !== 'model') throw new InternalError(`a ${definition.kind} is not built`)
  const binding = await bindingOf(scope, bundleUrl, build.reads)
  const result = await buildModel(scope, definition, binding, target)
  scope.options.observer?.wrote?.(target.name, result)
}

async function buildModel(
  scope: SessionScope,
  definition: ModelDefinition,
  binding: Binding,
  target: TableName,
): Promise<WriteResult> {
  const { options } = definition
  const relation = callBody(definition, binding)
  switch (options.materialized) {
    case 'view':
      return materializeView(scope, { relation, target })
    case 'table':
    case undefined:
      return materializeTable(scope, { relation, target, indexes: columnLists(options.indexes) })
    default:
      throw new InternalError(`a model that is ${options.materialized} is not built`)
  }
}

const columnLists = (indexes: readonly (string | readonly string[])[] = []): readonly (readonly string[])[] =>
  indexes.map((columns) => (typeof columns === 'string' ? [columns] : columns))

async function loadDefinition(bundleUrl: string, { file, exportName }: AttemptRequest): Promise<Definition> {
  const definition = definitionOf(await loadExport(bundleUrl, file, exportName))
  if (definition === undefined) throw new ModelError(`${file} exports no model ${exportName}`, { at: file })
  return definition
}

/** What `ref` means in the body: the definitions that it names are those of the very files that it imports. */
async function bindingOf(scope: SessionScope, bundleUrl: string, reads: readonly ReadNode[]): Promise<Binding> {
  const names = new Map<Definition, string>()
  for (const { name, file, exportName } of reads) {
    if (name.startsWith('sources.') || !/\.[cm]?tsx?$/.test(file)) continue
    const definition = definitionOf(await loadExport(bundleUrl, file, exportName))
    if (definition !== undefined) names.set(definition, name)
  }
  const nodes = new Map<string, BoundNode>(reads.map((read) => [read.name, read]))
  return makeBinding(nodes, (definition) => names.get(definition), scope.options.schema)
}
