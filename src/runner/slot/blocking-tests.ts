import { declaredTests } from '../../check/declared-tests.ts'
import { makeBinding } from '../../dag/models/bind.ts'
import type { ModelDefinition } from '../../dag/models/definition.ts'
import { isBlocking, specOfTest } from '../../dag/models/model-tests.ts'
import type { Relation } from '../../plan/relation.ts'
import type { SessionScope } from '../../session/scope.ts'
import type { Demands } from './audit.ts'
import type { Reads } from './reads.ts'

/**
 * The tests of a model that keep it from taking its place.
 *
 * @param task full name of the model
 * @param relation what it is called in the database
 * @param reads what the tests read beside it
 */
export function blockingTests(
  task: string,
  definition: ModelDefinition,
  relation: string,
  reads: Reads,
  { options: { schema } }: SessionScope,
): NonNullable<Demands['tests']> {
  const { tests, modelTests } = definition.options
  const declared = declaredTests(relation, tests, modelTests).filter(isBlocking)
  return (table) => {
    const tested: Relation = { kind: 'table', table, fields: undefined }
    // What reads the model means the table that stands beside.
    const self = {
      name: task,
      as: { kind: 'table', table, fields: undefined },
      eventTime: undefined,
      limit: undefined,
    } as const
    const nameOf: Reads['nameOf'] = (one) => (one === definition ? task : reads.nameOf(one))
    const binding = makeBinding(new Map([...reads.nodes, [task, self]]), nameOf, schema)
    return declared.map((one) => ({ name: one.name, check: specOfTest(one, tested, binding, schema) }))
  }
}
