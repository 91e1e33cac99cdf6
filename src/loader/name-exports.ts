import { join, relative, sep } from 'node:path'
import { declarationFrames, isTask, isUnfinished } from '../dag/define-task.ts'
import { placeOfNode } from '../dag/graph.ts'
import { type Definition, definitionOf } from '../dag/models/definition.ts'
import { seedNodeName, sourceNodeName } from '../dag/models/names.ts'
import type { NamedModel } from '../dag/models/resolve-models.ts'
import type { NamedTask } from '../dag/resolve-graph.ts'
import type { TaskDefinition } from '../dag/task.ts'
import { type MillraceError, ModelError } from '../errors/index.ts'
import { type Sources, sourcesOf } from './fingerprint.ts'
import type { Namespace } from './within.ts'

type Declaration = TaskDefinition<unknown> | Definition

interface Export {
  readonly file: string
  readonly exportName: string
  readonly declaration: Declaration
}

/** What the models export, each thing once. */
export interface Exports {
  readonly tasks: readonly NamedTask[]
  readonly models: readonly NamedModel[]
}

/**
 * The tasks and models that the files export, each once, under the name of the file that declares it. What is neither
 * is left alone. Mistakes go to `errors`: unfinished tasks, two things of one name.
 */
export function nameExports(
  root: string,
  folder: string,
  namespaces: ReadonlyMap<string, Namespace>,
  sourcesFor: (file: string) => Sources,
  imports: ReadonlyMap<string, readonly string[]>,
  errors: MillraceError[],
): Exports {
  const byIdentity = new Map<unknown, Export[]>()
  for (const [file, namespace] of namespaces) {
    for (const { exportName, value } of candidates(namespace)) {
      const declaration = definitionOf(value) ?? (isTask(value) ? value : undefined)
      if (declaration !== undefined) {
        const identity = isTask(declaration) ? declaration.run : declaration
        const known = byIdentity.get(identity)
        if (known === undefined) byIdentity.set(identity, [{ file, exportName, declaration }])
        else known.push({ file, exportName, declaration })
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
  const byName = new Map<string, NamedTask | NamedModel>()
  for (const exports of byIdentity.values()) {
    const one = named(root, folder, declaring(root, exports, imports), sourcesFor)
    const other = byName.get(one.name)
    if (other === undefined) byName.set(one.name, one)
    else errors.push(clash(one, other))
  }
  const all = [...byName.values()]
  return { tasks: all.filter(isNamedTask), models: all.filter((one): one is NamedModel => !isNamedTask(one)) }
}

const isNamedTask = (one: NamedTask | NamedModel): one is NamedTask => isTask(one.definition)

/** Where a definition stands that no file exports. */
export function placeOf(root: string, definition: Definition): { file: string; line: number | undefined } {
  for (const frame of framesOf(root, definition)) if (!/^\.\.\/|(?:^|\/)node_modules\//.test(frame.file)) return frame
  return { file: 'models', line: undefined }
}

/** Exports, and static methods and fields of exported classes. */
function* candidates(namespace: Namespace): Iterable<{ exportName: string; value: unknown }> {
  for (const [name, value] of Object.entries(namespace)) {
    yield { exportName: name, value }
    if (typeof value !== 'function' || isTask(value)) continue
    for (const [member, { value: held }] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
      // A method that a forgotten @Task stands on cannot be told from any other; a field can.
      if (isTask(held) || isUnfinished(held) || definitionOf(held) !== undefined)
        yield { exportName: `${name}.${member}`, value: held }
    }
  }
}

/** Of all exports of one thing, that of the file that declares it, by where it stands, else by who imports whom. */
function declaring(root: string, exports: readonly Export[], imports: ReadonlyMap<string, readonly string[]>): Export {
  const [first] = exports as readonly [Export, ...Export[]]
  if (exports.length === 1) return first
  const named = exports.filter(({ exportName }) => exportName !== 'default')
  const choice = named.length > 0 ? named : exports
  for (const frame of framesOf(root, first.declaration)) {
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
  { file, exportName, declaration }: Export,
  sourcesFor: (file: string) => Sources,
): NamedTask | NamedModel {
  const line = lineIn(root, file, declaration)
  if (isTask(declaration)) {
    const name = nameIn(folder, file, exportName)
    return { name, exportName, file, line, definition: declaration, sources: sourcesFor(file) }
  }
  // What is declared is what its plan says, whatever its file looks like.
  const place = { file, line, sources: {} }
  // A seed is named by its file and a source by what it is called, whether they are exported or not.
  if (declaration.kind === 'seed') {
    const name = seedNodeName(declaration.file)
    const stem = name.slice(name.lastIndexOf('.') + 1)
    const data = { file: declaration.file, line: undefined, sources: {}, declaredIn: file }
    return { ...data, name, exportName: stem, definition: declaration }
  }
  if (declaration.kind === 'source') {
    const { group, name } = declaration
    return { ...place, name: sourceNodeName(group, name), exportName: `${group}.${name}`, definition: declaration }
  }
  return { ...place, name: nameIn(folder, file, exportName), exportName, definition: declaration }
}

/** `models/raw/orders.ts`, `daily` → `raw.orders.daily`. */
function nameIn(folder: string, file: string, exportName: string): string {
  const below = file.slice(folder.replace(/^\.\/|\/+$/g, '').length + 1).replace(/\.ts$/, '')
  return `${below.replaceAll('/', '.')}.${exportName}`
}

function* framesOf(root: string, declaration: Declaration): Iterable<{ file: string; line: number }> {
  for (const frame of placesOf(declaration)) {
    const [, path = '', line = '0'] = /^(.*):(\d+):\d+$/.exec(frame) ?? []
    yield { file: relative(root, path).replaceAll(sep, '/'), line: Number(line) }
  }
}

/** The line of `file` that declares it. */
function lineIn(root: string, file: string, declaration: Declaration): number | undefined {
  const start = `${join(root, file)}:`
  for (const place of placesOf(declaration))
    if (place.startsWith(start)) return Number.parseInt(place.slice(start.length), 10)
  return undefined
}

const placesOf = (declaration: Declaration): Iterable<string> =>
  isTask(declaration) ? declarationFrames(declaration) : declaration.frames()

function clash(a: NamedTask | NamedModel, b: NamedTask | NamedModel): ModelError {
  const place = (one: NamedTask | NamedModel): string => `${one.exportName} in ${placeOfNode(one)}`
  const what = isNamedTask(a) && isNamedTask(b) ? 'tasks' : 'things'
  return new ModelError(`two ${what} are named ${a.name}: ${place(b)} and ${place(a)}`, {
    at: placeOfNode(a),
    hint: 'rename one of the exports or files',
  })
}
