import { relative, sep } from 'node:path'
import { declarationFrames, isTask, isUnfinished } from '../dag/define-task.ts'
import type { NamedTask } from '../dag/resolve-graph.ts'
import type { TaskDefinition } from '../dag/task.ts'
import { type MillraceError, ModelError } from '../errors/index.ts'
import { sourcesOf } from './fingerprint.ts'
import type { Namespace } from './within.ts'

interface Export {
  readonly file: string
  readonly exportName: string
  readonly definition: TaskDefinition<unknown>
}

/**
 * The tasks that the models export, each once, under the name of the file that declares it. What is no task is left
 * alone. Mistakes go to `errors`: unfinished tasks, two tasks of one name.
 */
export function nameTasks(
  root: string,
  folder: string,
  namespaces: ReadonlyMap<string, Namespace>,
  sources: ReadonlyMap<string, Readonly<Record<string, string>>>,
  imports: ReadonlyMap<string, readonly string[]>,
  errors: MillraceError[],
): NamedTask[] {
  const byDefinition = new Map<unknown, Export[]>()
  for (const [file, namespace] of namespaces) {
    for (const { exportName, value } of candidates(namespace)) {
      if (isTask(value)) {
        byDefinition.set(value.run, [...(byDefinition.get(value.run) ?? []), { file, exportName, definition: value }])
      } else if (isUnfinished(value)) {
        errors.push(
          new ModelError(`${file}: the task ${exportName} has no function`, {
            at: file,
            hint: 'Task({ … }, async ({ session }) => { … })',
          }),
        )
      }
    }
  }
  const byName = new Map<string, NamedTask>()
  for (const exports of byDefinition.values()) {
    const task = named(root, folder, declaring(root, exports, imports), sources)
    const other = byName.get(task.name)
    if (other === undefined) byName.set(task.name, task)
    else errors.push(clash(task, other))
  }
  return [...byName.values()]
}

/** Exports, and static methods and fields of exported classes. */
function* candidates(namespace: Namespace): Iterable<{ exportName: string; value: unknown }> {
  for (const [name, value] of Object.entries(namespace)) {
    yield { exportName: name, value }
    if (typeof value !== 'function' || isTask(value)) continue
    for (const [member, { value: held }] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
      // A method that a forgotten @Task stands on cannot be told from any other; a field can.
      if (isTask(held) || isUnfinished(held)) yield { exportName: `${name}.${member}`, value: held }
    }
  }
}

/** Of all exports of one task, that of the file that declares it, by where `Task(` stands, else by who imports whom. */
function declaring(root: string, exports: readonly Export[], imports: ReadonlyMap<string, readonly string[]>): Export {
  const [first] = exports as readonly [Export, ...Export[]]
  if (exports.length === 1) return first
  const named = exports.filter(({ exportName }) => exportName !== 'default')
  const choice = named.length > 0 ? named : exports
  for (const frame of framesOf(root, first.definition)) {
    const found = choice.find(({ file }) => frame.file === file)
    if (found) return found
  }
  return (
    choice.find(({ file }) =>
      choice.every((other) => other.file === file || !sourcesOf(file, imports).includes(other.file)),
    ) ?? first
  )
}

function named(
  root: string,
  folder: string,
  { file, exportName, definition }: Export,
  sources: ReadonlyMap<string, Readonly<Record<string, string>>>,
): NamedTask {
  const below = file.slice(folder.replace(/^\.\/|\/+$/g, '').length + 1).replace(/\.ts$/, '')
  return {
    name: `${below.replaceAll('/', '.')}.${exportName}`,
    file,
    exportName,
    line: framesOf(root, definition).find((frame) => frame.file === file)?.line,
    definition,
    sources: sources.get(file) ?? {},
  }
}

function framesOf(root: string, definition: TaskDefinition<unknown>): { file: string; line: number }[] {
  return declarationFrames(definition).map((frame) => {
    const [, path = '', line = '0'] = /^(.*):(\d+):\d+$/.exec(frame) ?? []
    return { file: relative(root, path).replaceAll(sep, '/'), line: Number(line) }
  })
}

function clash(a: NamedTask, b: NamedTask): ModelError {
  const place = (task: NamedTask): string =>
    `${task.exportName} in ${task.file}${task.line === undefined ? '' : `:${task.line}`}`
  return new ModelError(`two tasks are named ${a.name}: ${place(b)} and ${place(a)}`, {
    at: a.line === undefined ? a.file : `${a.file}:${a.line}`,
    hint: 'rename one of the exports or files',
  })
}
