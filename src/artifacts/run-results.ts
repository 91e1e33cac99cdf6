import type { TaskNode } from '../dag/graph.ts'
import { isInlined } from '../dag/graph.ts'
import { placed } from '../dag/models/build-request.ts'
import { dialectOf } from '../dialect/index.ts'
import type { RunReport, TaskOutcome } from '../runner/events.ts'
import { type ArtifactsGiven, type Json, metadataOf } from './project.ts'
import { type Identity, identitiesOf } from './unique-ids.ts'

/**
 * What a run came to, as dbt tells it: the content of `run_results.json`, schema v6.
 *
 * @param args the options of the command, `{ which: 'build', select: 'orders+' }`
 */
export function runResultsOf(given: ArtifactsGiven, report: RunReport, args: Json): Json {
  const { nodes: identities } = identitiesOf(given)
  return {
    metadata: metadataOf(given, 'run-results/v6'),
    results: report.tasks.flatMap((outcome) => {
      const node = given.graph.nodes.get(outcome.task)
      const identity = identities.get(outcome.task)
      return node === undefined || identity === undefined ? [] : [resultOf(node, identity, outcome, given)]
    }),
    elapsed_time: secondsBetween(report.startedAt, report.endedAt),
    args,
  }
}

function resultOf(node: TaskNode, { uniqueId }: Identity, outcome: TaskOutcome, given: ArtifactsGiven): Json {
  const { startedAt, endedAt, rowsWritten, failure, failures, reason } = outcome
  const sql = given.sqlOf(node)
  const relation = node.relation && placed(node.relation, given.settings)
  const status = statusOf(node, outcome)
  const built = node.resourceType !== 'test' && status === 'success'
  return {
    status,
    timing: startedAt === undefined || endedAt === undefined ? [] : [executeTiming(startedAt, endedAt)],
    thread_id: 'main',
    execution_time: secondsBetween(startedAt, endedAt),
    adapter_response: built ? { _message: 'OK', rows_affected: rowsWritten } : {},
    message: failure?.message ?? reason ?? null,
    failures: failures ?? null,
    unique_id: uniqueId,
    compiled: sql !== undefined,
    compiled_code: sql ?? null,
    relation_name:
      relation === undefined || isInlined(node)
        ? null
        : dialectOf(given.dialect).ddl.table({
            schema: relation.schema ?? given.settings.defaultSchema,
            name: relation.name,
          }),
    batch_results: null,
  }
}

/** dbt's word for it. What waited in vain, was kept or skipped itself is `skipped` there; the message says which. */
function statusOf({ resourceType }: TaskNode, { state, failure }: TaskOutcome): string {
  switch (state) {
    case 'success':
      return resourceType === 'test' ? 'pass' : 'success'
    case 'warned':
      return 'warn'
    case 'failed':
      // A test whose query failed has found nothing.
      return failure?.code === 'TestFailed' ? 'fail' : 'error'
    case 'timed_out':
    case 'crashed':
    case 'cancelled':
      return 'error'
    case 'kept':
    case 'skipped':
    case 'upstream_failed':
      return 'skipped'
    default:
      return state satisfies never
  }
}

const executeTiming = (startedAt: Date, endedAt: Date): Json => ({
  name: 'execute',
  started_at: startedAt.toISOString(),
  completed_at: endedAt.toISOString(),
})

const secondsBetween = (from: Date | undefined, to: Date | undefined): number =>
  from === undefined || to === undefined ? 0 : (to.getTime() - from.getTime()) / 1000
