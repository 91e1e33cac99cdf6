import { callBody } from '../../dag/models/call-body.ts'
import type { ModelDefinition, SnapshotDefinition } from '../../dag/models/definition.ts'
import type { Binding } from '../../dag/models/ref.ts'
import { snapshotRules } from '../../dag/models/snapshot-rules.ts'
import { InternalError } from '../../errors/index.ts'
import { fieldsOf } from '../../frame/schema.ts'
import { materializeTable, materializeView } from '../../materialize/relation.ts'
import { type SnapshotRequest, takeSnapshot } from '../../materialize/snapshot/index.ts'
import type { SessionScope } from '../../session/scope.ts'
import type { Comments } from '../../write/index.ts'
import { auditFor, type Demands, madeAndAudited } from './audit.ts'
import { buildIncremental, columnLists, type IncrementalParts } from './build-incremental.ts'

/** Builds a model as its options say. */
export async function buildModel(
  scope: SessionScope,
  definition: ModelDefinition,
  parts: Omit<IncrementalParts, 'comments' | 'audit'> & Pick<Demands, 'tests'>,
): Promise<void> {
  const { options } = definition
  const { target, models } = parts
  const comments: Comments = { relation: options.description, columns: options.columns }
  const demands: Demands = { contract: fieldsOf(options.contract), tests: parts.tests }
  const audit = auditFor(scope, target.name, demands)
  if (options.materialized === 'incremental')
    return buildIncremental(scope, definition, options, { ...parts, comments, audit })
  const relation = callBody(definition, parts.binding())
  switch (options.materialized) {
    case 'view':
      await madeAndAudited(scope, target, demands, (inner) =>
        materializeView(inner, { relation, target, comments, models }),
      )
      return
    case 'table':
    case undefined:
      await materializeTable(scope, {
        relation,
        target,
        comments,
        models,
        indexes: columnLists(options.indexes),
        audit,
      })
      return
    case 'ephemeral':
      throw new InternalError('an ephemeral model is part of what reads it, and not built')
    default:
      options satisfies never
  }
}

/** Takes a snapshot of what the body gives. */
export async function buildSnapshot(
  scope: SessionScope,
  definition: SnapshotDefinition,
  binding: Binding,
  { target, part }: Pick<SnapshotRequest, 'target' | 'part'>,
): Promise<void> {
  const { options } = definition
  const source = callBody(definition, binding)
  const comments = { relation: options.description, columns: options.descriptions }
  await takeSnapshot(scope, { source, target, part, comments, ...snapshotRules(options) })
}
