import { describeValue, toCondition } from '../column/expression-column.ts'
import type { AnyRow } from '../column/values.ts'
import { cutBytes } from '../dialect/ddl.ts'
import { InvalidArgument } from '../errors/index.ts'
import { columnsOf } from '../frame/column-access.ts'
import { relationOf } from '../frame/data-frame.ts'
import type { DataFrame } from '../frame/frame.ts'
import type { Expression } from '../plan/expression.ts'
import type { Relation, TableName } from '../plan/relation.ts'
import { sha256 } from '../plan/sha256.ts'
import { isModelRef, type ModelRef } from './model-ref.ts'
import { type ReadTest, readTests } from './read-tests.ts'
import type { CheckKind, CheckSpec, Severity } from './spec.ts'

/** What a test is about to be asked of. */
export interface TestContext {
  /** What the test is about, as it is to be read. */
  readonly tested: Relation
  /** What a reference stands for. */
  relationOf(model: ModelRef<unknown>): Relation
  /** The frame that a function of the user's own is given. */
  frameOf(relation: Relation): DataFrame<AnyRow>
  /** Where failing rows are kept. `name` is the test's, or the user's own. */
  tableOf(name: string): TableName
}

/** A test of a model as a node of the graph. */
export interface DeclaredTest {
  /** `unique_orders_order_id`, or the user's own. No two tests of a model have one name. */
  readonly name: string
  /** `generic`: of a kind that every model can have; `singular`: a query of the user's own. */
  readonly type: 'generic' | 'singular'
  /** `unique` … `equals`; of a singular test its name. */
  readonly kind: string
  readonly column: string | undefined
  readonly severity: Severity
  /** The models that are named beside the tested one. What a function reads by `ref()`, calling `spec` tells. */
  readonly models: () => readonly ModelRef<unknown>[]
  /** The test of that relation, as pure data. Calls the user's functions. @throws InvalidArgument for what they give */
  readonly spec: (context: TestContext) => CheckSpec
}

/**
 * The tests that a model's options declare, in their order.
 *
 * @param relation the name of the model's relation, part of the tests' names
 * @throws InvalidArgument, as `readTests`
 */
export function declaredTests(relation: string, tests: unknown, modelTests: unknown): readonly DeclaredTest[] {
  const taken = new Set<string>()
  return readTests(tests, modelTests).map((test) => {
    const name = numbered(test.name ?? defaultName(relation, test), taken)
    return {
      name,
      type: test.kind === 'rows' ? 'singular' : 'generic',
      kind: test.kind === 'rows' ? name : test.kind,
      column: 'column' in test ? test.column : undefined,
      severity: test.severity,
      models: () => namedModels(name, test),
      spec: (context) => specOf(name, test, context),
    }
  })
}

const WORDS: Readonly<Record<Exclude<ReadTest['kind'], 'rows'>, string>> = {
  unique: 'unique',
  notNull: 'not_null',
  acceptedValues: 'accepted_values',
  references: 'references',
  expression: 'expression',
  rowCount: 'row_count',
  equals: 'equals',
}

function defaultName(relation: string, test: ReadTest): string {
  if (test.kind === 'rows') return test.name
  const parts = [WORDS[test.kind], relation, ...('column' in test ? [test.column] : [])]
  return parts.join('_').replace(/[^\p{L}\p{N}_]+/gu, '_')
}

/** What every database can name: PostgreSQL holds the shortest names. */
const LONGEST_NAME = 63

/** The table that a test's failing rows go to: its own name, or as much of it as fits and a hash of the whole. */
function tableNameOf(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name
  const end = `_${sha256(name).slice(0, 8)}`
  return cutBytes(name, LONGEST_NAME - end.length) + end
}

/** Two tests of one column may differ in `where` alone: the second is `…_2`. */
function numbered(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = `${name}_${number}`
  taken.add(free)
  return free
}

function namedModels(name: string, test: ReadTest): readonly ModelRef<unknown>[] {
  if (test.kind === 'references') return [model(name, test.to)]
  if (test.kind === 'equals' && !isRows(test.expected)) return [model(name, test.expected)]
  return []
}

function model(test: string, given: ModelRef<unknown> | (() => unknown)): ModelRef<unknown> {
  const found = typeof given === 'function' ? given() : given
  if (isModelRef(found)) return found
  throw new InvalidArgument(`the test ${test} names ${describeValue(found)}, not a model, seed, source or snapshot`)
}

function specOf(name: string, test: ReadTest, context: TestContext): CheckSpec {
  const { tested } = context
  const where = test.where && conditionOf(test.where, tested, `${name}: where`)
  const { severity, warnIf, errorIf, limit, storeFailures } = test
  const stored =
    storeFailures === false ? undefined : context.tableOf(storeFailures === true ? tableNameOf(name) : storeFailures)
  const options = { tested, severity, warnIf, errorIf, limit, storeFailures: stored }
  // A query of bad rows is the user's own: what it is given is already without the others.
  if (test.kind === 'rows') return { ...options, kind: 'rows', rows: badRows(name, test, where, context) }
  return { ...options, ...kindOf(name, test, context), where }
}

function kindOf(
  name: string,
  test: Exclude<ReadTest, { kind: 'rows' }>,
  { tested, relationOf: bound }: TestContext,
): Exclude<CheckKind, { kind: 'rows' }> {
  switch (test.kind) {
    case 'unique':
    case 'notNull':
      return { kind: test.kind, column: test.column }
    case 'acceptedValues':
      return { kind: test.kind, column: test.column, values: test.values }
    case 'references':
      return { kind: test.kind, column: test.column, to: bound(model(name, test.to)), toColumn: test.toColumn }
    case 'expression':
      return { kind: test.kind, condition: conditionOf(test.condition, tested, `${name}: expression`) }
    case 'rowCount':
      return { kind: test.kind, ...test.bounds }
    case 'equals': {
      const { expected } = test
      return { kind: test.kind, expected: isRows(expected) ? expected : bound(model(name, expected)) }
    }
    default:
      return test satisfies never
  }
}

const isRows = <T>(given: T): given is Extract<T, readonly unknown[]> => Array.isArray(given)

function conditionOf(of: (columns: unknown) => unknown, tested: Relation, what: string): Expression {
  return toCondition(of(columnsOf(tested)), what)
}

function badRows(
  name: string,
  test: Extract<ReadTest, { kind: 'rows' }>,
  where: Expression | undefined,
  { tested, frameOf }: TestContext,
): Relation {
  const input: Relation = where ? { kind: 'filter', input: tested, condition: where } : tested
  const given = test.rows(frameOf(input))
  const found = relationOf(given)
  if (found) return found
  throw new InvalidArgument(`${name}: rows gave ${describeValue(given)}, not a frame`, {
    hint: 'give the bad rows: (orders) => orders.filter(…)',
  })
}
