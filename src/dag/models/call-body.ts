import { describeValue } from '../../column/expression-column.ts'
import type { AnyRow } from '../../column/values.ts'
import { ImpureModel, ModelError } from '../../errors/index.ts'
import { relationOf } from '../../frame/data-frame.ts'
import type { DataFrame } from '../../frame/frame.ts'
import type { Relation } from '../../plan/relation.ts'
import type { BuildContext, ModelDefinition, SnapshotDefinition } from './definition.ts'
import { type Binding, bodyFrame, withBinding } from './ref.ts'

/**
 * The relation that a body declares.
 *
 * @param target the model's own rows so far, where only the new ones are wanted
 * @throws ImpureModel for a body that is async or acts; ModelError for one that gives no frame; what it throws itself
 */
export function callBody(
  definition: ModelDefinition | SnapshotDefinition,
  binding: Binding,
  target?: Relation,
): Relation {
  const given: unknown = withBinding(binding, () => definition.body(buildContext(target)))
  const relation = relationOf(given)
  if (relation !== undefined) return relation
  if (given instanceof Promise || (typeof given === 'object' && given !== null && 'then' in given)) {
    // What the promise comes to is nobody's business any more.
    void Promise.resolve(given).catch(() => {})
    throw new ImpureModel('the body is async, but it only declares a frame', {
      hint: 'what waits for something belongs in a task: Task(async ({ session }) => { … })',
    })
  }
  throw new ModelError(`the body gives no frame, but ${describeValue(given)}`, {
    hint: 'return the frame: () => ref(orders).filter(…)',
  })
}

function buildContext(target: Relation | undefined): BuildContext {
  return { isIncremental: target !== undefined, target: target === undefined ? NO_TARGET : bodyFrame(target) }
}

/** Taking it out of the context is no mistake yet, looking at it is. */
const NO_TARGET = new Proxy({} as DataFrame<AnyRow>, { get: refuseTarget, has: refuseTarget })

function refuseTarget(): never {
  throw new ModelError('the body reads its own target where everything is built', {
    hint: 'read it only where isIncremental is true: ({ isIncremental, target }) => isIncremental ? … : …',
  })
}
