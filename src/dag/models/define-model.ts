import type { AnyRow } from '../../column/values.ts'
import { InvalidArgument } from '../../errors/index.ts'
import type { DataFrame } from '../../frame/frame.ts'
import { declaration } from '../declared-at.ts'
import { checkModelOptions } from './check-options.ts'
import { type Body, type BuildContext, type ModelRef, reference } from './definition.ts'
import type { ModelOptions } from './model-options.ts'

/**
 * Declares a table or view by the frame that it shall hold. The body is pure: it is called while the project is loaded,
 * without a database, and says by its `ref`s what it depends on.
 *
 * @param options by default a table of the export's name in snake_case
 * @param body gives the frame; it reads nothing and writes nothing
 * @example
 * export const customers = Model({ materialized: 'view', tests: { id: ['unique', 'notNull'] } }, () =>
 *   ref(rawCustomers).rename({ customer_id: 'id' }))
 * @throws InvalidArgument for options that cannot be
 */
// The default stands while the checker looks at the options alone, before a body with a parameter has told its row.
export function Model<R = AnyRow>(
  options: ModelOptions<NoInfer<R>>,
  body: (build: BuildContext) => DataFrame<R>,
): ModelRef<R>
export function Model<R>(body: (build: BuildContext) => DataFrame<R>): ModelRef<R>
export function Model<R>(
  first: ModelOptions<R> | ((build: BuildContext) => DataFrame<R>),
  second?: (build: BuildContext) => DataFrame<R>,
): ModelRef<R> {
  const [options, body] = typeof first === 'function' ? [{}, first] : [first, second]
  if (typeof first === 'function' && second !== undefined)
    throw new InvalidArgument('Model(function, …): the options come first: Model({ … }, () => ref(orders)…)')
  checkModelOptions(options as ModelOptions<AnyRow>)
  if (typeof body !== 'function') {
    throw new InvalidArgument('Model(options, …): the second argument is the body, a function that gives a frame', {
      hint: 'Model({ … }, () => ref(orders)…)',
    })
  }
  return reference<R>({
    kind: 'model',
    options: Object.freeze({ ...options }) as ModelOptions<AnyRow>,
    // A function of its own, so that two models that share a body stay apart.
    body: ((build: BuildContext) => body(build)) as unknown as Body,
    frames: declaration(Model),
  })
}
