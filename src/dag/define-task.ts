import { InvalidArgument } from '../errors/index.ts'
import { declaration, type Frames } from './declared-at.ts'
import { checkOptions } from './options.ts'
import type { NoParams, ParamDeclarations } from './params/param.ts'
import { type AnyTaskContext, TASK, type TaskContext, type TaskDefinition, type TaskOptions } from './task.ts'

/** Marks what `Task(options)` returns while nobody has completed it: a decorator, or a forgotten function. */
const UNFINISHED: unique symbol = Symbol.for('millrace.task.unfinished') as never

/** What `@Task(options)` is: it stands on static methods. */
export type TaskDecorator<P extends ParamDeclarations = NoParams> = <M extends (context: TaskContext<P>) => unknown>(
  method: M,
  context: ClassMethodDecoratorContext,
) => void

/**
 * Declares a task: a function that the runner calls when its dependencies are done. Export what it returns; the name of
 * the export is the task's name.
 *
 * @example
 * export const daily = Task({ dependsOn: [orders], runsOn: Daily(), retry: 2, timeout: '10m' }, async ({ session }) => {
 *   await session.table('orders').groupBy('day').count().write('orders_by_day', { mode: 'overwrite' })
 * })
 * @throws InvalidArgument for options that cannot be, with the file's line in the stack.
 */
export function Task<T>(run: (context: TaskContext) => T | Promise<T>): TaskDefinition<T, NoParams>
export function Task<T, P extends ParamDeclarations = NoParams>(
  options: TaskOptions<P>,
  run: (context: TaskContext<P>) => T | Promise<T>,
): TaskDefinition<T, P>
/**
 * As a decorator of a static method: the task is `Class.method`.
 *
 * @example
 * export class Reports {
 *   @Task({ dependsOn: [scores] })
 *   static async winners({ session }: TaskContext) { await session.table('scores').show() }
 * }
 */
export function Task<P extends ParamDeclarations = NoParams>(options?: TaskOptions<P>): TaskDecorator<P>
export function Task<T>(
  first?: TaskOptions | Run<T>,
  second?: Run<T>,
): TaskDefinition<T> | TaskDecorator<ParamDeclarations> {
  const declaredAt = declaration(Task)
  if (typeof first === 'function') {
    if (second !== undefined)
      throw new InvalidArgument('Task(function, …): the options come first: Task({ … }, async ({ session }) => …)')
    return Object.freeze(taskFields({}, first, declaredAt))
  }
  const options = checkOptions(first === undefined ? {} : first)
  if (second === undefined) return decorator(options, declaredAt)
  if (typeof second !== 'function') {
    throw new InvalidArgument(`Task(options, …): expected a function, not ${kindOf(second)}`, {
      hint: 'Task({ … }, async ({ session }) => { … })',
    })
  }
  return Object.freeze(taskFields(options, second, declaredAt))
}

/** True for what `Task()` returned and for a method that `@Task()` stands on, also of another copy of Millrace. */
export function isTask(value: unknown): value is TaskDefinition<unknown> {
  return (
    ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    TASK in value &&
    value[TASK] === true
  )
}

/** True for a `Task(options)` whose function is missing. */
export function isUnfinished(value: unknown): boolean {
  return typeof value === 'function' && UNFINISHED in value
}

/** Where in which files the definition was made. */
export function declarationFrames(task: TaskDefinition<unknown>): Iterable<string> {
  return declarations.get(task.run)?.() ?? []
}

/** By the task's function: the fields of a definition may be copied, the function stays. */
const declarations = new WeakMap<object, Frames>()

/** A task's function: that the context has its parameters is the business of who calls it. */
type Run<T> = (context: AnyTaskContext) => T | Promise<T>

function taskFields<T>(options: TaskOptions, run: Run<T>, frames: Frames): TaskDefinition<T> {
  // A function of its own, so that two tasks that share one function stay apart.
  const own: Run<T> = (context) => run(context)
  declarations.set(own, frames)
  return {
    [TASK]: true,
    options,
    run: own,
    get declaredAt() {
      const [first] = frames()
      return first
    },
  }
}

function decorator(options: TaskOptions, frames: Frames): TaskDecorator<ParamDeclarations> {
  const decorate = (method: Run<unknown>, context: ClassMethodDecoratorContext): void => {
    // The older decorators of "experimentalDecorators" are called with the class and the method's name.
    if (typeof context !== 'object') {
      throw new InvalidArgument('@Task() needs standard decorators', {
        hint: 'take "experimentalDecorators" out of tsconfig.json',
      })
    }
    const name = String(context.name)
    if (context.kind !== 'method' || !context.static || context.private) {
      throw new InvalidArgument(`@Task() stands on public static methods, and ${name} is none`, {
        hint: `write "static async ${name}({ session }) { … }"`,
      })
    }
    let owner: unknown
    context.addInitializer(function (this: unknown) {
      owner = this
    })
    const fields = taskFields(options, (given) => method.call(owner, given), frames)
    Object.defineProperties(method, Object.getOwnPropertyDescriptors(fields))
  }
  return Object.defineProperty(decorate, UNFINISHED, { value: frames })
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`
}
