import { callBody } from '../../dag/models/call-body.ts'
import type { ModelDefinition, SnapshotDefinition } from '../../dag/models/definition.ts'
import type { Binding } from '../../dag/models/ref.ts'
import { snapshotRules } from '../../dag/models/snapshot-rules.ts'
import type { TableName } from '../../engine/engine.ts'
import { InternalError } from '../../errors/index.ts'
import { fieldsOf } from '../../frame/schema.ts'
import { materializeTable, materializeView } from '../../materialize/relation.ts'
import { takeSnapshot } from '../../materialize/snapshot/index.ts'
import type { SessionScope } from '../../session/scope.ts'
import { auditFor, type Demands, madeAndAudited } from './audit.ts'

/** Builds a model as its options say. */
export async function buildModel(
  scope: SessionScope,
  { options, body, kind, frames }: ModelDefinition,
  binding: Binding,
  target: TableName,
  build: { readonly fullRefresh: boolean; readonly tests: Demands['tests'] },
): Promise<void> {
  const relation = callBody({ options, body, kind, frames }, binding)
  const demands: Demands = { contract: fieldsOf(options.contract), tests: build.tests }
  switch (options.materialized) {
    case 'view':
      await madeAndAudited(scope, target, demands, (inner) => materializeView(inner, { relation, target }))
      return
    case 'table':
    case undefined: {
      const audit = auditFor(scope, target.name, demands)
      await materializeTable(scope, { relation, target, indexes: columnLists(options.indexes), audit })
      return
    }
    default:
      throw new InternalError(`a model that is ${options.materialized} is not built`)
  }
}

/** Takes a snapshot of what the body gives. */
export async function buildSnapshot(
  scope: SessionScope,
  definition: SnapshotDefinition,
  binding: Binding,
  target: TableName,
): Promise<void> {
  const { options } = definition
  const source = callBody(definition, binding)
  await takeSnapshot(scope, { source, target, ...snapshotRules(options) })
}

const columnLists = (indexes: readonly (string | readonly string[])[] = []): readonly (readonly string[])[] =>
  indexes.map((columns) => (typeof columns === 'string' ? [columns] : columns))
