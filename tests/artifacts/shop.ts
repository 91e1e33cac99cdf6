/** A shop with everything that artifacts tell of: the models of the other tests, tested, and one of each other kind. */
import { createHash } from 'node:crypto'
import type { ArtifactsGiven } from '../../src/artifacts/index.ts'
import { isTask } from '../../src/dag/define-task.ts'
import { indexModels } from '../../src/dag/models/build-request.ts'
import { compileModel, compileTest } from '../../src/dag/models/compile-model.ts'
import { definitionOf } from '../../src/dag/models/definition.ts'
import { resolveGraph } from '../../src/dag/resolve-graph.ts'
import { count, Model, max, ref, Snapshot, schema, seed, source, Task } from '../../src/index.ts'

const rawOrders = seed(
  'seeds/raw_orders.csv',
  schema({ id: 'long', user_id: 'long', order_date: 'date', status: 'string', paid: 'decimal(10,2)?' }),
  { description: 'What the web shop sends', columns: { id: 'Its number' }, tags: ['raw'] },
)
const events = source('raw', 'web.events', {
  schema: schema({ id: 'long', user_id: 'long', at: 'timestamp', tags: 'array<string>' }),
  table: 'landing.events',
  freshness: { column: 'at', warnAfter: '12h', errorAfter: '2d' },
  description: 'Clicks',
  tests: { id: ['notNull'] },
})

const load = Task({ tags: ['nightly'], owner: 'ops' }, async () => {})

const stgOrders = Model(
  {
    name: 'stg_orders',
    materialized: 'view',
    owner: 'sales',
    description: 'Orders, renamed',
    columns: { order_id: 'Its number' },
    meta: { tier: 1 },
    tests: {
      order_id: ['unique', 'notNull'],
      status: [{ acceptedValues: ['placed', 'shipped'], severity: 'warn', warnIf: '> 2' }],
    },
    modelTests: [
      { rowCount: { min: 1 } },
      { name: 'no_orders_of_tomorrow', rows: (orders) => orders.filter((o) => o.order_date.gt('2030-01-01')) },
    ],
  },
  () => ref(rawOrders).rename({ id: 'order_id', user_id: 'customer_id' }),
)
const placed = Model({ materialized: 'ephemeral' }, () => ref(stgOrders).filter((o) => o.status.eq('placed')))
const customers = Model(
  {
    dependsOn: [load],
    indexes: ['customer_id', ['customer_id', 'orders']],
    schema: 'marts_{user}',
    contract: schema({ customer_id: 'long', orders: 'long' }),
    tests: { customer_id: [{ references: [stgOrders, 'customer_id'], storeFailures: true, limit: 10 }] },
  },
  () =>
    ref(placed)
      .groupBy('customer_id')
      .agg(() => ({ orders: count() })),
)
const clicks = Model(
  { materialized: 'incremental', strategy: 'deleteInsert', key: ['user_id'], onSchemaChange: 'append', tags: ['hot'] },
  () =>
    ref(events)
      .groupBy('user_id')
      .agg((e) => ({ last_click: max(e.at) })),
)
const orderHistory = Snapshot(
  {
    key: 'id',
    strategy: 'check',
    columns: ['status'],
    hardDeletes: 'newRecord',
    descriptions: { status: 'Where it is' },
  },
  () => ref(rawOrders),
)

const declared = { load, stgOrders, placed, customers, clicks, orderHistory }

/** The files of the project that a test needs no files for. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The shop as it is loaded, all of it compiled. */
export function shopArtifacts(dialect = 'postgres'): ArtifactsGiven {
  const named = Object.entries(declared).map(([exportName, value], line) => ({
    name: `sales.shop.${exportName}`,
    exportName,
    file: 'models/sales/shop.ts',
    line: line + 1,
    value,
    sources: { 'models/sales/shop.ts': hashOf(exportName) },
  }))
  const tasks = named.flatMap(({ value, ...rest }) => (isTask(value) ? [{ ...rest, definition: value }] : []))
  const models = named.flatMap(({ value, ...rest }) => {
    const definition = definitionOf(value)
    return definition === undefined ? [] : [{ ...rest, definition, sources: {} }]
  })
  const place = { file: 'models/sales/shop.ts', line: 1 }
  const resolved = resolveGraph(tasks, models, { placeOf: () => place, hashOf })
  const index = indexModels(resolved.models)
  const settings = {
    fullRefresh: false,
    user: 'ada',
    empty: false,
    sampleFrom: undefined,
    range: undefined,
    deferred: new Map(),
    defaultSchema: dialect === 'postgres' ? 'public' : undefined,
  }
  const now = new Date('2026-01-31T08:00:00Z')
  return {
    project: '@acme/web-shop',
    version: '0.1.0',
    graph: resolved.graph,
    index,
    settings,
    dialect,
    sqlOf: (node) => {
      if (node.resourceType === 'test') return compileTest(node, dialect, index, settings, now)
      return index.models.get(node.name)?.body === undefined
        ? undefined
        : compileModel(node.name, dialect, index, settings, now)
    },
    runId: '20260131T080000Z-1a2b3c',
    startedAt: now,
    at: new Date('2026-01-31T08:00:05Z'),
  }
}
