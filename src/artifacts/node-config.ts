import type { CheckSpec } from '../check/spec.ts'
import type { TaskNode } from '../dag/graph.ts'
import type { Json } from './project.ts'

/** Values under dbt's names. */
type Words = Readonly<Record<string, string>>

/** Options under dbt's names, for what dbt has a name for; the others keep theirs. */
const NAMES: Readonly<Record<string, readonly [name: string, values?: Words]>> = {
  key: ['unique_key'],
  batch: ['batch_size'],
  eventTime: ['event_time'],
  onSchemaChange: ['on_schema_change', { append: 'append_new_columns', fullRefresh: 'full_refresh' }],
  updatedAt: ['updated_at'],
  columns: ['check_cols'],
  hardDeletes: ['hard_deletes', { newRecord: 'new_record' }],
}
const STRATEGIES: Words = { deleteInsert: 'delete+insert', replaceWhere: 'replace_where' }

/** What dbt's own configuration of every node has. */
const common = (node: TaskNode, meta: Json): Json => ({
  enabled: node.enabled,
  alias: null,
  schema: null,
  database: null,
  tags: node.tags,
  meta,
  group: null,
})

const built = (materialized: unknown): Json => ({
  materialized,
  incremental_strategy: null,
  batch_size: null,
  lookback: 1,
  begin: null,
  persist_docs: {},
  'post-hook': [],
  'pre-hook': [],
  quoting: {},
  column_types: {},
  full_refresh: null,
  unique_key: null,
  on_schema_change: 'fail',
  on_configuration_change: 'apply',
  grants: {},
  packages: [],
  docs: { show: true, node_color: null },
  event_time: null,
  concurrent_batches: null,
})

/** What the options of a node say that dbt has no key for: its owner, and what the user keeps there. */
export function metaOf(node: TaskNode): Json {
  const meta = (node.config?.meta as Json | undefined) ?? {}
  return node.owner === undefined ? meta : { owner: node.owner, ...meta }
}

/** The configuration of a task, model, seed or snapshot. */
export function configOf(node: TaskNode): Json {
  const { materialized, strategy, contract, indexes, meta, name, schema, ...own } = node.config ?? {}
  const renamed = Object.entries(own).map(([key, value]) => {
    const [renamedKey, values] = NAMES[key] ?? [key]
    return [renamedKey, values?.[String(value)] ?? value]
  })
  const isSnapshot = node.resourceType === 'snapshot'
  return {
    ...common(node, metaOf(node)),
    ...built(materialized ?? node.resourceType),
    ...Object.fromEntries(renamed),
    schema: schema ?? null,
    alias: name ?? null,
    contract: { enforced: contract === true, alias_types: true },
    ...(strategy === undefined
      ? {}
      : { [isSnapshot ? 'strategy' : 'incremental_strategy']: STRATEGIES[String(strategy)] ?? strategy }),
    ...(isSnapshot ? { snapshot_meta_column_names: META_COLUMNS } : {}),
    ...(Array.isArray(indexes) ? { indexes: indexes.map((columns) => ({ columns: [columns].flat() })) } : {}),
  }
}

/** What dbt's columns of a snapshot are called here. */
const META_COLUMNS = {
  dbt_valid_to: 'valid_to',
  dbt_valid_from: 'valid_from',
  dbt_scd_id: 'scd_id',
  dbt_updated_at: 'updated_at',
  dbt_is_deleted: 'is_deleted',
}

/** The configuration of a test. What its `where` says stands in its query. */
export const testConfigOf = (node: TaskNode, check: CheckSpec): Json => ({
  ...common(node, {}),
  materialized: 'test',
  severity: (check.severity ?? 'error').toUpperCase(),
  store_failures: check.storeFailures !== undefined,
  store_failures_as: check.storeFailures === undefined ? null : 'table',
  where: null,
  limit: check.limit ?? null,
  fail_calc: 'count(*)',
  warn_if: check.warnIf ?? '!= 0',
  error_if: check.errorIf ?? '!= 0',
})
