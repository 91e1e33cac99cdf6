import { type MillraceError, UnknownDependency } from '../errors/index.ts'
import { didYouMean, listNames } from '../errors/nearest.ts'
import { isTask } from './define-task.ts'
import { placeOfNode } from './graph.ts'
import { selfName } from './models/bind.ts'
import { type Definition, definitionOf } from './models/definition.ts'
import type { TaskDefinition } from './task.ts'

type Names = ReadonlyMap<string, readonly string[]>

/** Something of the graph that says what it waits for. */
export interface Dependent {
  /** `sales.daily` */
  readonly name: string
  readonly file: string
  readonly exportName: string
  readonly line: number | undefined
  readonly definition: TaskDefinition<unknown> | Definition
}

/**
 * The full names that each task or model names in `dependsOn`, each once, in the order written. Mistakes go to `errors`,
 * all of them.
 */
export function resolveDependencies(
  tasks: readonly Dependent[],
  errors: MillraceError[],
): ReadonlyMap<string, readonly string[]> {
  const byIdentity = new Map<unknown, string>(tasks.map((task) => [identityOf(task.definition), task.name]))
  let names: Names | undefined
  const byName = (): Names => {
    names ??= namesOf(tasks)
    return names
  }
  const resolved = new Map<string, readonly string[]>()
  for (const task of tasks) {
    const found = new Set<string>()
    for (const [place, value] of dependenciesOf(task, errors)) {
      const answer = resolveOne(value, place, task, byIdentity, byName)
      if (typeof answer === 'string') found.add(answer)
      else errors.push(answer)
    }
    resolved.set(task.name, [...found])
  }
  return resolved
}

/** What stays the same where the fields of a definition are copied. */
const identityOf = (definition: Dependent['definition']): unknown => (isTask(definition) ? definition.run : definition)

/** A seed or source is known by what it is called, wherever it is declared. */
function ownName(model: Definition | undefined, byName: () => Names): string | undefined {
  const name = model && selfName(model)
  return name === undefined ? undefined : byName().get(name)?.[0]
}

/** Every name that a task answers to → the tasks that answer: `models.sales.daily`, `sales.daily`, `daily`. */
function namesOf(tasks: readonly Dependent[]): Names {
  const byName = new Map<string, string[]>()
  for (const { name, exportName } of tasks) {
    const folders = name.slice(0, -exportName.length - 1).split('.')
    for (let from = 0; from <= folders.length; from += 1) {
      const alias = [...folders.slice(from), exportName].join('.')
      const known = byName.get(alias)
      if (known === undefined) byName.set(alias, [name])
      else known.push(name)
    }
  }
  // A full name is never ambiguous.
  for (const { name } of tasks) byName.set(name, [name])
  return byName
}

/** `[place, value]` of each dependency, thunks called: `['dependsOn[2]', orders]`. */
function dependenciesOf(task: Dependent, errors: MillraceError[]): [string, unknown][] {
  const call = (place: string, thunk: () => unknown): unknown => {
    try {
      return thunk()
    } catch (error) {
      errors.push(mistake(task, `${place} of ${task.name} is a function that failed: ${messageOf(error)}`, undefined))
      return task.definition
    }
  }
  const isThunk = (value: unknown): value is () => unknown => typeof value === 'function' && !isTask(value)
  const { options } = task.definition
  const dependsOn: unknown = 'dependsOn' in options ? options.dependsOn : undefined
  const written: unknown = isThunk(dependsOn) ? call('dependsOn', dependsOn) : (dependsOn ?? [])
  if (written === task.definition) return []
  if (!Array.isArray(written)) return [['dependsOn', written]]
  return written.flatMap((value: unknown, index): [string, unknown][] => {
    const place = `dependsOn[${index}]`
    // A function with parameters is a method or function that is no task: calling it would run it.
    if (!isThunk(value) || value.length > 0) return [[place, value]]
    const given = call(place, value)
    if (given === task.definition) return []
    return [[`${place}()`, given]]
  })
}

function resolveOne(
  value: unknown,
  place: string,
  task: Dependent,
  byIdentity: ReadonlyMap<unknown, string>,
  byName: () => Names,
): string | UnknownDependency {
  const subject = `${place} of ${task.name}`
  if (value === undefined) {
    return mistake(
      task,
      `${subject} is undefined: a circular import?`,
      'name the task as a thunk, () => [later], or as text',
    )
  }
  const model = definitionOf(value)
  if (model !== undefined || isTask(value)) {
    const [what, [at]] = isTask(value) ? ['task', [value.declaredAt]] : [model?.kind, model?.frames() ?? []]
    const where = at === undefined ? '' : ` (declared at ${at})`
    return (
      byIdentity.get(model ?? (value as TaskDefinition<unknown>).run) ??
      ownName(model, byName) ??
      mistake(task, `${subject} is a ${what} that no file exports${where}`, 'export it, so that it has a name')
    )
  }
  if (typeof value !== 'string') {
    const what =
      typeof value === 'function'
        ? `the function ${value.name || 'without name'}, which is no task`
        : 'no task and no model'
    return mistake(
      task,
      `${subject} is ${what}`,
      'dependsOn takes tasks, models, their names, and thunks: [orders, "sales.daily", () => later]',
    )
  }
  const found = byName().get(value) ?? []
  if (found.length === 1) return found[0] as string
  if (found.length > 1)
    return mistake(
      task,
      `${subject}: "${value}" is the name of ${found.length} tasks`,
      `write one of ${listNames(found)}`,
    )
  const names = [...new Set([...byName().values()].flat())]
  const nearest = didYouMean(value, byName().keys())
  return mistake(
    task,
    `${subject}: there is no task "${value}"`,
    [nearest, `tasks are ${listNames(names)}`].filter(Boolean).join(' '),
  )
}

function mistake(task: Dependent, message: string, hint: string | undefined): UnknownDependency {
  return new UnknownDependency(message, { hint, at: placeOfNode(task) })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
