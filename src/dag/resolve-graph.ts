import { type MillraceError, ModelError, ModelErrors } from '../errors/index.ts'
import { type Graph, placeOfNode, type TaskNode } from './graph.ts'
import { sortGraph } from './levels.ts'
import { type AnalysedModel, analyseModels } from './models/analyse-models.ts'
import { type Definition, definitionOf, isAudited } from './models/definition.ts'
import { inlinedIn } from './models/inlined.ts'
import { modelNode } from './models/model-node.ts'
import { auditReads, testNode } from './models/model-tests.ts'
import { type NamedModel, type ResolvedModel, resolveModels, type Surroundings } from './models/resolve-models.ts'
import { nodeFields } from './node-fields.ts'
import { paramNodes } from './params/declared.ts'
import { type Dependent, resolveDependencies } from './resolve-dependencies.ts'
import type { TaskDefinition } from './task.ts'

/** A task with the name that its file and export give it. */
export interface NamedTask extends Dependent {
  readonly definition: TaskDefinition<unknown>
  readonly sources: Readonly<Record<string, string>>
}

/** The graph, and what stands behind its models. */
export interface ResolvedGraph {
  readonly graph: Graph
  /** Models, snapshots, seeds and sources by full name, parents first. */
  readonly models: ReadonlyMap<string, ResolvedModel & AnalysedModel>
}

/**
 * Makes the graph: bodies called, names for references, levels, everything as data.
 *
 * @param around what the files of the project tell
 * @throws ModelErrors with everything that is wrong: bodies, unknown dependencies, then cycles, then what a query would
 * be refused for.
 */
export function resolveGraph(
  tasks: readonly NamedTask[],
  exported: readonly NamedModel[] = [],
  around: Surroundings = { placeOf: () => ({ file: 'models', line: undefined }), hashOf: () => '' },
): ResolvedGraph {
  const errors: MillraceError[] = []
  const models = resolveModels(exported, namedByTasks(tasks), around, errors)
  const all: readonly Dependent[] = [...tasks, ...models]
  const dependencies = resolveDependencies(all, errors)
  if (errors.length > 0) throw new ModelErrors(errors)
  const tests = models.flatMap((model) =>
    model.tests.map(({ name, declared }) => ({ name, exportName: declared.name })),
  )
  const shortNames = shortNamesOf([...all, ...tests])
  const shortName = ({ name }: Dependent): string => shortNames.get(name) as string
  const nodes = new Map<string, TaskNode>()
  for (const task of tasks) nodes.set(task.name, taskNode(task, shortName(task), dependencies.get(task.name) ?? []))
  const inlined = inlinedIn(models)
  for (const model of models) {
    const audit = isAudited(model.definition) ? auditReads(model) : []
    const dependsOn = new Set([...(model.body?.refs ?? []), ...(dependencies.get(model.name) ?? []), ...audit])
    nodes.set(model.name, modelNode(model, shortName(model), [...dependsOn], inlined(model)))
  }
  for (const model of models) {
    for (const test of model.tests) {
      const other = nodes.get(test.name)
      if (other === undefined) nodes.set(test.name, testNode(test, model, shortNames.get(test.name) as string))
      else errors.push(twoTests(test.name, model, other))
    }
  }
  if (errors.length > 0) throw new ModelErrors(errors)
  const graph = sortGraph(nodes)
  const byName = new Map(models.map((model) => [model.name, model]))
  const ordered = [...graph.nodes.keys()].flatMap((name) => byName.get(name) ?? [])
  const analysed = analyseModels(ordered, errors)
  if (errors.length > 0) throw new ModelErrors(errors)
  return {
    graph,
    models: new Map(ordered.map((model) => [model.name, { ...model, ...(analysed.get(model.name) as AnalysedModel) }])),
  }
}

function twoTests(name: string, model: ResolvedModel, other: TaskNode): ModelError {
  return new ModelError(`two tests are named ${name}: of ${model.name} and of ${other.test?.tested ?? other.name}`, {
    at: placeOfNode(model),
    hint: "give one of them a name: { unique: true, name: '…' }",
  })
}

/** The models that tasks name in their dependencies, but for those behind thunks. */
function namedByTasks(tasks: readonly NamedTask[]): readonly Definition[] {
  return tasks.flatMap(({ definition }) => {
    const { dependsOn } = definition.options
    return Array.isArray(dependsOn) ? dependsOn.flatMap((value) => definitionOf(value) ?? []) : []
  })
}

/** The export where no other has it, else the full name. */
function shortNamesOf(all: readonly Pick<Dependent, 'name' | 'exportName'>[]): ReadonlyMap<string, string> {
  const exports = new Map<string, number>()
  for (const { exportName } of all) exports.set(exportName, (exports.get(exportName) ?? 0) + 1)
  return new Map(all.map(({ name, exportName }) => [name, exports.get(exportName) === 1 ? exportName : name]))
}

function taskNode(task: NamedTask, shortName: string, dependsOn: readonly string[]): TaskNode {
  const params = paramNodes(task.definition.options.params)
  return {
    resourceType: 'task',
    name: task.name,
    shortName,
    file: task.file,
    exportName: task.exportName,
    line: task.line,
    dependsOn,
    ...nodeFields(task.definition.options),
    ...(params && { params }),
    sources: task.sources,
  }
}
