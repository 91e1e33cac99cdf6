import { describeValue } from '../../column/expression-column.ts'
import { type BoundNode, makeBinding, type NodeNameOf, selfName, type TimeWindow } from '../../dag/models/bind.ts'
import type { ReadNode } from '../../dag/models/build-request.ts'
import { type Definition, definitionOf } from '../../dag/models/definition.ts'
import type { Binding } from '../../dag/models/ref.ts'
import type { TaskContext } from '../../dag/task.ts'
import { InvalidArgument } from '../../errors/index.ts'
import { listNames } from '../../errors/nearest.ts'
import { toDataFrame } from '../../frame/data-frame.ts'
import { loadExport } from '../../loader/load-task.ts'
import { frameActions } from '../../session/frame-actions.ts'
import { type Session, scopeOf } from '../../session/session.ts'

/** What a body or a task reads, found in the files that it imports. */
export interface Reads {
  readonly nodes: ReadonlyMap<string, BoundNode>
  readonly nameOf: NodeNameOf
}

/** Finds the definitions of what is read: those of the very files that the reader imports. */
export async function loadReads(bundleUrl: string, reads: readonly ReadNode[]): Promise<Reads> {
  const names = new Map<Definition, string>()
  for (const { name, file, exportName } of reads) {
    // Seeds and sources are known by what they are called, wherever they are declared.
    if (name.startsWith('sources.') || !/\.[cm]?tsx?$/.test(file)) continue
    const definition = definitionOf(await loadExport(bundleUrl, file, exportName))
    if (definition !== undefined) names.set(definition, name)
  }
  return {
    nodes: new Map(reads.map((read) => [read.name, read])),
    nameOf: (definition) => selfName(definition) ?? names.get(definition),
  }
}

/** What `ref` means inside a body. @param batch the time that inputs are limited to */
export const bindingOf = ({ nodes, nameOf }: Reads, defaultSchema: string | undefined, batch?: TimeWindow): Binding =>
  makeBinding(nodes, nameOf, defaultSchema, batch)

/** What `ref` means inside a task: frames of its session. */
export function taskRef(task: string, { nodes, nameOf }: Reads, session: Session): TaskContext['ref'] {
  return (model) => {
    const definition = definitionOf(model)
    const name = definition && nameOf(definition)
    if (definition === undefined || name === undefined || !nodes.has(name)) {
      const what = definition === undefined ? describeValue(model) : (name ?? `a ${definition.kind}`)
      throw new InvalidArgument(`${task} reads ${what}, which its dependsOn does not name`, {
        hint: nodes.size === 0 ? 'dependsOn: [orders]' : `it names ${listNames([...nodes.keys()])}`,
      })
    }
    const scope = scopeOf(session)
    const binding = makeBinding(nodes, nameOf, scope.options.schema)
    return toDataFrame(binding.bind(definition), frameActions(scope))
  }
}
