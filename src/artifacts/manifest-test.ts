import type { CheckSpec } from '../check/spec.ts'
import type { TaskNode } from '../dag/graph.ts'
import type { ModelIndex } from '../dag/models/build-request.ts'
import { testConfigOf } from './node-config.ts'
import type { Json } from './project.ts'
import type { Identity } from './unique-ids.ts'

/** dbt's names of its own generic tests. */
const OF_DBT: Readonly<Record<string, string>> = {
  unique: 'unique',
  notNull: 'not_null',
  acceptedValues: 'accepted_values',
  references: 'relationships',
}
/** Those that dbt has not, written in its manner. */
const OURS: Readonly<Record<string, string>> = { expression: 'expression', rowCount: 'row_count', equals: 'equals' }

/** The parts of a test that no other node has; a query of the user's own has hardly any. */
export function testParts(
  node: TaskNode,
  check: CheckSpec,
  index: ModelIndex,
  identities: ReadonlyMap<string, Identity>,
): Json {
  const config = testConfigOf(node, check)
  const { test } = node
  if (test === undefined || test.type === 'singular') return { config }
  const tested = index.models.get(test.tested)?.definition
  const { uniqueId, name } = identities.get(test.tested) ?? {}
  return {
    config,
    column_name: test.column ?? null,
    file_key_name: tested?.kind === 'source' ? `sources.${tested.group}` : `${tested?.kind}s.${name}`,
    attached_node: tested?.kind === 'source' ? null : uniqueId,
    test_metadata: {
      name: OF_DBT[test.kind] ?? OURS[test.kind] ?? test.kind,
      kwargs: kwargsOf(node, check, index, identities),
      namespace: test.kind in OF_DBT ? null : 'millrace',
    },
  }
}

function kwargsOf(
  { test, dependsOn }: TaskNode,
  check: CheckSpec,
  { models }: ModelIndex,
  identities: ReadonlyMap<string, Identity>,
): Json {
  const written = (name = ''): string => {
    const definition = models.get(name)?.definition
    return definition?.kind === 'source'
      ? `source('${definition.group}', '${definition.name}')`
      : `ref('${identities.get(name)?.name}')`
  }
  return {
    ...(test?.column === undefined ? {} : { column_name: test.column }),
    model: `{{ get_where_subquery(${written(test?.tested)}) }}`,
    ...(check.kind === 'acceptedValues' ? { values: check.values.map(plainValue) } : {}),
    // Who refers to itself has no second place in what is read.
    ...(check.kind === 'references' ? { to: written(dependsOn[1] ?? test?.tested), field: check.toColumn } : {}),
    ...(check.kind === 'rowCount' ? { min: check.min, max: check.max, equals: check.equals } : {}),
  }
}

/** JSON has no numbers of 64 bits, no dates and no bytes. */
const plainValue = (value: unknown): unknown =>
  typeof value === 'bigint' || (typeof value === 'object' && value !== null && !(value instanceof Date))
    ? String(value)
    : value
