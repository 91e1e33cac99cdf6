import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ArtifactsGiven, manifestOf, runResultsOf, writeArtifacts } from '../../src/artifacts/index.ts'
import type { RunReport, TaskOutcome, TaskState } from '../../src/runner/events.ts'
import { statedFailure } from '../../src/runner/failure.ts'
import { temporaryFolder } from '../support/databases.ts'
import { BUILD_STATUSES, MANIFEST_KEYS, METADATA_KEYS, NODE_KEYS, RESULT_KEYS, TEST_STATUSES } from './shape.ts'
import { shopArtifacts } from './shop.ts'

interface Node {
  readonly unique_id: string
  readonly resource_type: string
  readonly depends_on?: { readonly nodes?: readonly string[] }
  readonly [key: string]: unknown
}
interface Manifest {
  readonly metadata: Readonly<Record<string, unknown>>
  readonly nodes: Readonly<Record<string, Node>>
  readonly sources: Readonly<Record<string, Node>>
  readonly parent_map: Readonly<Record<string, readonly string[]>>
  readonly child_map: Readonly<Record<string, readonly string[]>>
}

/** As a reader of the file has it. */
const read = <T>(document: unknown): T => JSON.parse(JSON.stringify(document)) as T
const given = shopArtifacts()
const manifest = read<Manifest>(manifestOf(given))
const node = (id: string): Node => {
  const found = manifest.nodes[id]
  if (found === undefined) throw new Error(`no ${id} among ${Object.keys(manifest.nodes).join(', ')}`)
  return found
}
const testNamed = (name: string): Node => {
  const [id = ''] = Object.keys(manifest.nodes).filter((one) => one.startsWith(`test.web_shop.${name}`))
  return node(id)
}
const sorted = (keys: Iterable<string>): string[] => [...keys].sort((a, b) => (a < b ? -1 : 1))

describe('the manifest', () => {
  test('has the keys of the published schema, and no others', () => {
    expect(sorted(Object.keys(manifest))).toEqual(sorted(MANIFEST_KEYS))
    expect(Object.keys(manifest.metadata)).toEqual(expect.arrayContaining([...METADATA_KEYS]))
    const all = [...Object.values(manifest.nodes), ...Object.values(manifest.sources)]
    expect(all).toHaveLength(given.graph.nodes.size)
    for (const one of all) {
      const kind = 'test_metadata' in one ? 'generic' : one.resource_type
      expect(sorted(Object.keys(one)), one.unique_id).toEqual(sorted(NODE_KEYS[kind] ?? []))
    }
    expect(new Set(all.map(({ resource_type }) => resource_type))).toEqual(
      new Set(['model', 'seed', 'snapshot', 'source', 'test', 'operation']),
    )
  })

  test('says what it is', () => {
    expect(manifest.metadata).toMatchObject({
      dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
      generated_at: '2026-01-31T08:00:05.000Z',
      invocation_id: '20260131T080000Z-1a2b3c',
      project_name: 'web_shop',
      adapter_type: 'postgres',
      env: { MILLRACE_VERSION: '0.1.0' },
    })
  })

  test('tells a model', () => {
    expect(node('model.web_shop.stg_orders')).toMatchObject({
      name: 'stg_orders',
      schema: 'public',
      alias: 'stg_orders',
      relation_name: '"public"."stg_orders"',
      path: 'sales/shop.ts',
      original_file_path: 'models/sales/shop.ts',
      fqn: ['web_shop', 'sales', 'shop', 'stg_orders'],
      description: 'Orders, renamed',
      meta: { owner: 'sales', tier: 1 },
      refs: [{ name: 'raw_orders', package: null, version: null }],
      depends_on: { macros: [], nodes: ['seed.web_shop.raw_orders'] },
      compiled: true,
      config: { materialized: 'view', alias: 'stg_orders', contract: { enforced: false } },
    })
    expect(node('model.web_shop.stg_orders').compiled_code).toContain('from "public"."raw_orders"')
    expect(Object.values(node('model.web_shop.stg_orders').columns as object)).toMatchObject([
      { name: 'order_id', data_type: 'bigint', description: 'Its number' },
      { name: 'customer_id', data_type: 'bigint', description: '' },
      { name: 'order_date', data_type: 'date' },
      { name: 'status', data_type: 'text' },
      { name: 'paid', data_type: 'numeric(10,2)' },
    ])
    expect(node('model.web_shop.customers')).toMatchObject({
      relation_name: '"marts_ada"."customers"',
      contract: { enforced: true },
      config: { indexes: [{ columns: ['customer_id'] }, { columns: ['customer_id', 'orders'] }] },
      // What waits for a task says so; what is part of a query is still a parent.
      depends_on: { nodes: ['model.web_shop.placed', 'operation.web_shop.load'] },
    })
    expect(node('model.web_shop.placed')).toMatchObject({ relation_name: null, config: { materialized: 'ephemeral' } })
  })

  test('has dbt’s words for options', () => {
    expect(node('model.web_shop.clicks')).toMatchObject({
      config: {
        materialized: 'incremental',
        incremental_strategy: 'delete+insert',
        unique_key: ['user_id'],
        on_schema_change: 'append_new_columns',
        tags: ['hot'],
      },
      sources: [['raw', 'web.events']],
      primary_key: ['user_id'],
    })
    expect(node('snapshot.web_shop.order_history').config).toMatchObject({
      materialized: 'snapshot',
      strategy: 'check',
      unique_key: 'id',
      check_cols: ['status'],
      hard_deletes: 'new_record',
      incremental_strategy: null,
    })
    expect(node('snapshot.web_shop.order_history').columns).toMatchObject({
      status: { description: 'Where it is' },
      valid_to: { data_type: 'timestamp' },
      is_deleted: { data_type: 'boolean' },
    })
  })

  test('tells seeds, sources and tasks', () => {
    expect(node('seed.web_shop.raw_orders')).toMatchObject({
      path: 'raw_orders.csv',
      original_file_path: 'seeds/raw_orders.csv',
      fqn: ['web_shop', 'raw_orders'],
      checksum: { name: 'sha256', checksum: expect.stringMatching(/^[0-9a-f]{64}$/) },
      depends_on: { macros: [] },
      columns: { id: { description: 'Its number' } },
    })
    expect(manifest.sources['source.web_shop.raw.web_events']).toMatchObject({
      source_name: 'raw',
      name: 'web.events',
      schema: 'landing',
      identifier: 'events',
      relation_name: '"landing"."events"',
      loaded_at_field: 'at',
      freshness: { warn_after: { count: 12, period: 'hour' }, error_after: { count: 2, period: 'day' } },
      columns: { tags: { data_type: 'text[]' } },
    })
    expect(node('operation.web_shop.load')).toMatchObject({
      resource_type: 'operation',
      language: 'typescript',
      tags: ['nightly'],
      meta: { owner: 'ops' },
      compiled: false,
      relation_name: null,
    })
  })

  test('tells tests', () => {
    expect(testNamed('accepted_values_stg_orders_status')).toMatchObject({
      column_name: 'status',
      attached_node: 'model.web_shop.stg_orders',
      file_key_name: 'models.stg_orders',
      test_metadata: {
        name: 'accepted_values',
        namespace: null,
        kwargs: {
          column_name: 'status',
          values: ['placed', 'shipped'],
          model: "{{ get_where_subquery(ref('stg_orders')) }}",
        },
      },
      config: { severity: 'WARN', warn_if: '> 2', error_if: '!= 0', materialized: 'test' },
    })
    expect(testNamed('references_customers_customer_id')).toMatchObject({
      test_metadata: { name: 'relationships', kwargs: { to: "ref('stg_orders')", field: 'customer_id' } },
      depends_on: { nodes: ['model.web_shop.customers', 'model.web_shop.stg_orders'] },
      config: { store_failures: true, limit: 10 },
    })
    expect(testNamed('references_customers_customer_id').compiled_code).toContain('is null')
    expect(testNamed('row_count_stg_orders').test_metadata).toMatchObject({
      name: 'row_count',
      namespace: 'millrace',
      kwargs: { min: 1 },
    })
    expect(testNamed('not_null_raw_web_events_id')).toMatchObject({
      attached_node: null,
      file_key_name: 'sources.raw',
      test_metadata: { kwargs: { model: "{{ get_where_subquery(source('raw', 'web.events')) }}" } },
    })
    expect(testNamed('no_orders_of_tomorrow').unique_id).toBe('test.web_shop.no_orders_of_tomorrow')
  })

  test('has edges both ways, between nodes that are there', () => {
    const { parent_map: parents, child_map: children } = manifest
    const ids = sorted([...Object.keys(manifest.nodes), ...Object.keys(manifest.sources)])
    expect(sorted(Object.keys(parents))).toEqual(ids)
    expect(sorted(Object.keys(children))).toEqual(ids)
    const pairs = Object.entries(parents).flatMap(([child, all]) => all.map((parent) => `${parent} → ${child}`))
    const back = Object.entries(children).flatMap(([parent, all]) => all.map((child) => `${parent} → ${child}`))
    expect(sorted(back)).toEqual(sorted(pairs))
    expect(pairs.length).toBeGreaterThan(10)
    for (const { unique_id, depends_on } of Object.values(manifest.nodes)) {
      if (depends_on?.nodes !== undefined) expect(parents[unique_id]).toEqual(depends_on.nodes)
    }
  })

  test.each(['sqlite', 'duckdb'])('names relations and types as %s does', (dialect) => {
    const other = read<Manifest>(manifestOf(shopArtifacts(dialect)))
    expect(other.nodes['model.web_shop.stg_orders']).toMatchObject({ schema: '', relation_name: '"stg_orders"' })
    const columns = other.nodes['model.web_shop.stg_orders']?.columns as Record<string, { data_type: string }>
    expect(columns.paid?.data_type.toLowerCase()).toMatch(/decimal\(10, ?2\)/)
  })

  test('tells what was not compiled, and names that two have', () => {
    const none = read<Manifest>(manifestOf({ ...given, sqlOf: () => undefined }))
    expect(none.nodes['model.web_shop.clicks']).toMatchObject({ compiled: false, compiled_code: null })
    const nodes = new Map(
      [...given.graph.nodes].map(([name, one]) => [name, { ...one, relation: { schema: undefined, name: 'same' } }]),
    )
    const same = read<Manifest>(manifestOf({ ...given, graph: { ...given.graph, nodes } }))
    expect(Object.keys(same.nodes)).toContain('model.web_shop.sales_shop_clicks')
    expect(Object.keys(same.nodes)).toHaveLength(Object.keys(manifest.nodes).length)
  })
})

const startedAt = new Date('2026-01-31T08:00:01Z')
const endedAt = new Date('2026-01-31T08:00:03.500Z')

function outcome(task: string, state: TaskState, more: Partial<TaskOutcome> = {}): TaskOutcome {
  const ran = state !== 'kept' && state !== 'skipped' && state !== 'upstream_failed'
  const times = ran ? { startedAt, endedAt } : { startedAt: undefined, endedAt: undefined }
  return { task, state, reason: undefined, failure: undefined, attempts: 1, rowsWritten: 0, ...times, ...more }
}

const reportOf = (...tasks: readonly TaskOutcome[]): RunReport => ({
  runId: given.runId,
  state: 'success',
  startedAt,
  endedAt,
  tasks,
})

interface Results {
  readonly metadata: Readonly<Record<string, unknown>>
  readonly results: readonly { readonly status: string; readonly unique_id: string; readonly [key: string]: unknown }[]
  readonly elapsed_time: number
  readonly args: unknown
}
const resultsOf = (...tasks: readonly TaskOutcome[]): Results =>
  read(runResultsOf(given, reportOf(...tasks), { which: 'build' }))

describe('the results of a run', () => {
  test('tell what was built', () => {
    const { metadata, results, elapsed_time, args } = resultsOf(
      outcome('sales.shop.clicks', 'success', { rowsWritten: 7 }),
    )
    expect(metadata).toMatchObject({ dbt_schema_version: 'https://schemas.getdbt.com/dbt/run-results/v6.json' })
    expect([elapsed_time, args]).toEqual([2.5, { which: 'build' }])
    const [result] = results
    expect(sorted(Object.keys(result ?? {}))).toEqual(sorted(RESULT_KEYS))
    expect(result).toMatchObject({
      status: 'success',
      unique_id: 'model.web_shop.clicks',
      execution_time: 2.5,
      timing: [{ name: 'execute', started_at: '2026-01-31T08:00:01.000Z', completed_at: '2026-01-31T08:00:03.500Z' }],
      adapter_response: { rows_affected: 7 },
      relation_name: '"public"."clicks"',
      message: null,
    })
    expect(result?.compiled_code).toContain('from "landing"."events"')
  })

  test.each([
    ['success', 'success', 'pass'],
    ['warned', 'warn', 'warn'],
    ['failed', 'error', 'error'],
    ['timed_out', 'error', 'error'],
    ['crashed', 'error', 'error'],
    ['cancelled', 'error', 'error'],
    ['kept', 'skipped', 'skipped'],
    ['skipped', 'skipped', 'skipped'],
    ['upstream_failed', 'skipped', 'skipped'],
  ] as const)('%s is %s, of a test %s', (state, ofModel, ofTest) => {
    const { results } = resultsOf(
      outcome('sales.shop.clicks', state),
      outcome('sales.shop.unique_stg_orders_order_id', state),
    )
    expect(results.map(({ status }) => status)).toEqual([ofModel, ofTest])
    expect(TEST_STATUSES).toContain(results[1]?.status)
    if (state !== 'warned') expect(BUILD_STATUSES).toContain(results[0]?.status)
  })

  test('say why', () => {
    const { results } = resultsOf(
      outcome('sales.shop.unique_stg_orders_order_id', 'failed', {
        failure: statedFailure('TestFailed', '3 values of "order_id" come more than once'),
        failures: 3,
      }),
      outcome('sales.shop.clicks', 'kept', { reason: 'ttl 60 min, 12 min left' }),
    )
    expect(results).toMatchObject([
      { status: 'fail', message: '3 values of "order_id" come more than once', failures: 3 },
      {
        status: 'skipped',
        failures: null,
        message: 'ttl 60 min, 12 min left',
        timing: [],
        execution_time: 0,
        adapter_response: {},
      },
    ])
  })
})

describe('the files', () => {
  const folder = temporaryFolder()

  test('are replaced whole; the results of the last run stay', () => {
    const target = join(folder.path, 'target')
    const run = { report: reportOf(outcome('sales.shop.clicks', 'success')), args: { which: 'run' } }
    const written = (name: string): unknown => JSON.parse(readFileSync(join(target, name), 'utf8'))
    writeArtifacts(target, given, run)
    const before = written('run_results.json')
    const later: ArtifactsGiven = { ...given, at: new Date('2026-02-01T00:00:00Z') }
    writeArtifacts(target, later)
    expect(readdirSync(target).sort()).toEqual(['manifest.json', 'run_results.json'])
    expect(written('manifest.json')).toEqual(read(manifestOf(later)))
    expect(written('run_results.json')).toEqual(before)
  })
})
