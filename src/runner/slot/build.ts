/** Builds and tests inside a slot: what a task's function is to a task. */
import { formatSample, runCheck } from '../../check/run-check.ts'
import type { CheckSpec } from '../../check/spec.ts'
import type { TimeWindow } from '../../dag/models/bind.ts'
import type { BuildRequest } from '../../dag/models/build-request.ts'
import { definitionOf } from '../../dag/models/definition.ts'
import { tellNotBuilt } from '../../dag/models/not-built.ts'
import { relationsOfModels } from '../../dag/models/relations-of-models.ts'
import type { TableName } from '../../engine/engine.ts'
import { InternalError, ModelError, TestFailed } from '../../errors/index.ts'
import { loadExport } from '../../loader/load-task.ts'
import type { SessionScope } from '../../session/scope.ts'
import type { Models } from '../../write/index.ts'
import type { BatchNotes } from './batch-notes.ts'
import { blockingTests } from './blocking-tests.ts'
import type { IncrementalParts } from './build-incremental.ts'
import { buildModel, buildSnapshot } from './build-model.ts'
import { buildSeed } from './build-seed.ts'
import type { AttemptRequest, SlotSettings } from './protocol.ts'
import { bindingOf, loadReads } from './reads.ts'

/** How something that was built or tested has ended, where it has not failed. */
export interface BuildEnd {
  readonly state: 'success' | 'warned' | 'kept'
  /** What a test warns of; why nothing was to be done. */
  readonly reason: string | undefined
  /** Of a test: how many rows it found. */
  readonly failures?: number
}

const DONE: BuildEnd = { state: 'success', reason: undefined }

/** Does what the request says. */
export async function performBuild(
  scope: SessionScope,
  settings: Pick<SlotSettings, 'bundleUrl' | 'built'>,
  request: AttemptRequest,
  build: BuildRequest,
  notes: BatchNotes,
): Promise<BuildEnd> {
  const models: Models = () =>
    relationsOfModels(request.task, settings.built).map((model) => ({
      ...model,
      relation: inSchema(model.relation, scope),
    }))
  switch (build.kind) {
    case 'test':
      return performTest(scope, build.check)
    case 'seed':
      return buildSeed(scope, placedIn(build, scope), models)
    case 'body':
      await performBody(scope, settings.bundleUrl, request, placedIn(build, scope), { notes, models })
      return DONE
    default:
      return build satisfies never
  }
}

/** @throws TestFailed with the first failing rows */
async function performTest(scope: SessionScope, check: CheckSpec): Promise<BuildEnd> {
  const verdict = await runCheck(scope, check)
  const { status, message, failures } = verdict
  if (status === 'pass') return { ...DONE, failures }
  if (status === 'warn') return { state: 'warned', reason: message, failures }
  throw new TestFailed(`${message}\n${formatSample(verdict)}`, { failures })
}

async function performBody(
  scope: SessionScope,
  bundleUrl: string,
  { task, file, exportName }: AttemptRequest,
  build: Extract<BuildRequest, { kind: 'body' }>,
  { notes, models }: Pick<IncrementalParts, 'notes' | 'models'>,
): Promise<void> {
  const definition = definitionOf(await loadExport(bundleUrl, file, exportName))
  if (definition === undefined) throw new ModelError(`${file} exports no model ${exportName}`, { at: file })
  const { target } = build
  const reads = await loadReads(bundleUrl, build.reads)
  const binding = (batch?: TimeWindow) => bindingOf(reads, scope.options.schema, batch)
  try {
    if (definition.kind === 'model') {
      const tests =
        build.audit && blockingTests(task, definition, target.name, await loadReads(bundleUrl, build.audit), scope)
      await buildModel(scope, definition, { binding, target, build, notes, models, tests })
    } else if (definition.kind === 'snapshot')
      await buildSnapshot(scope, definition, binding(), { target, part: build.part })
    else throw new InternalError(`a ${definition.kind} has no body`)
  } catch (error) {
    const all = [...build.reads, ...(build.audit ?? [])]
    tellNotBuilt(error, { name: task, reads: all, defaultSchema: scope.options.schema, defers: true })
    throw error
  }
}

/** What is named without a schema is in the connection's. */
const placedIn = <B extends Exclude<BuildRequest, { kind: 'test' }>>(build: B, scope: SessionScope): B => ({
  ...build,
  target: inSchema(build.target, scope),
})

const inSchema = ({ schema, name }: TableName, scope: SessionScope): TableName => ({
  schema: schema ?? scope.options.schema,
  name,
})
