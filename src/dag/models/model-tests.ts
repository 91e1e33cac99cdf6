import { type DeclaredTest, declaredTests } from '../../check/declared-tests.ts'
import type { CheckSpec } from '../../check/spec.ts'
import { ModelError } from '../../errors/index.ts'
import { canonicalData } from '../../plan/canonical.ts'
import type { Relation, TableName } from '../../plan/relation.ts'
import { sha256 } from '../../plan/sha256.ts'
import { parseTableName } from '../../plan/table-name.ts'
import type { RelationName, TaskNode } from '../graph.ts'
import { nodeFields } from '../node-fields.ts'
import { type Definition, definitionOf } from './definition.ts'
import { type Binding, bodyFrame, withBinding } from './ref.ts'

/** A test of a model, with what it reads. */
export interface ResolvedTest {
  /** `shop.unique_orders_order_id` */
  readonly name: string
  readonly declared: DeclaredTest
  /** What it asks, over relations whose columns the models tell. */
  readonly spec: CheckSpec
  /** Full names: the tested node first, then what else the test reads. */
  readonly reads: readonly string[]
  /** The table that gets its failing rows, as written. */
  readonly stores: TableName | undefined
  /** A hash of what it asks. */
  readonly fingerprint: string
}

interface Tested {
  readonly name: string
  readonly exportName: string
  readonly definition: Definition
  readonly relation: RelationName
}

/**
 * The tests that a definition declares. Functions of the user's own are called, for what they read.
 *
 * @param binding what references stand for; it notes them
 * @param readSince the references that `binding` has noted since it was last asked
 */
export function resolveTests(
  { name, exportName, definition, relation }: Tested,
  binding: Binding,
  readSince: () => readonly string[],
): readonly ResolvedTest[] {
  const { tests, modelTests } = definition.options
  if (tests === undefined && modelTests === undefined) return []
  const folder = name.slice(0, -exportName.length)
  const tested: Relation = { kind: 'table', table: relation, fields: undefined }
  // Tables of two sources may have one name.
  const called = definition.kind === 'source' ? `${definition.group}_${definition.name}` : relation.name
  return declaredTests(called, tests, modelTests).map((declared) => {
    readSince()
    const spec = specOfTest(declared, tested, binding, undefined)
    const reads = new Set([name, ...readSince()])
    const fingerprint = fingerprintOf(spec)
    return {
      name: `${folder}${declared.name}`,
      declared,
      spec,
      reads: [...reads],
      stores: spec.storeFailures,
      fingerprint,
    }
  })
}

/** The tests that keep a model that is audited from taking its place. */
export const isBlocking = ({ severity }: DeclaredTest): boolean => severity === 'error'

/** What an audited model must wait for: full names of what its tests read beside it. */
export function auditReads({ name, tests }: { readonly name: string; readonly tests: readonly ResolvedTest[] }) {
  const reads = tests.filter(({ declared }) => isBlocking(declared)).flatMap((test) => test.reads)
  return [...new Set(reads)].filter((read) => read !== name)
}

/** Its severity is an option, and compared as one. */
function fingerprintOf({ severity: _, ...spec }: CheckSpec): string {
  return sha256(canonicalData(spec, relationsIn(spec))).slice(0, 32)
}

function relationsIn(spec: CheckSpec): readonly Relation[] {
  if (spec.kind === 'references') return [spec.tested, spec.to]
  if (spec.kind === 'rows') return [spec.tested, spec.rows]
  // What is not a list of rows is a frame.
  return spec.kind === 'equals' && 'kind' in spec.expected ? [spec.tested, spec.expected] : [spec.tested]
}

/** The test as data, over what the references in it stand for. */
export function specOfTest(
  declared: DeclaredTest,
  tested: Relation,
  binding: Binding,
  defaultSchema: string | undefined,
): CheckSpec {
  const relationOf = (model: unknown): Relation => {
    const definition = definitionOf(model)
    if (definition === undefined) throw new ModelError(`the test ${declared.name} reads something that is no model`)
    return binding.bind(definition)
  }
  return withBinding(binding, () =>
    declared.spec({
      tested,
      relationOf,
      frameOf: bodyFrame,
      tableOf: (name): TableName => parseTableName(name, defaultSchema),
    }),
  )
}

/** All that a test has of what others say in their options. */
const NO_OPTIONS = nodeFields({})

/** A test as a node of the graph. */
export function testNode(
  { name, declared, reads, fingerprint }: ResolvedTest,
  tested: Tested & { readonly file: string; readonly line: number | undefined },
  shortName: string,
): TaskNode {
  const { type, kind, column, severity } = declared
  return {
    resourceType: 'test',
    name,
    shortName,
    file: tested.file,
    exportName: declared.name,
    line: tested.line,
    dependsOn: reads,
    ...NO_OPTIONS,
    config: { severity, materialized: 'test' },
    test: { type, kind, tested: tested.name, column, severity },
    fingerprint,
    sources: {},
  }
}
