import { didYouMean, MillraceError, ModelError } from '../../errors/index.ts'
import type { Relation, TableName } from '../../plan/relation.ts'
import { parseTableName } from '../../plan/table-name.ts'
import { placeOfNode, type RelationName } from '../graph.ts'
import type { Dependent } from '../resolve-dependencies.ts'
import { selfName } from './bind.ts'
import { callBody } from './call-body.ts'
import { type Definition, isEphemeral } from './definition.ts'
import { type ResolvedTest, resolveTests } from './model-tests.ts'
import { relationKey, relationNameOf, seedNodeName, sourceNodeName } from './names.ts'
import type { Binding } from './ref.ts'

/** A model, snapshot, seed or source with the name that its file and export give it. */
export interface NamedModel extends Dependent {
  readonly definition: Definition
  /** Of a seed its file → sha256 of its bytes; what the others are made of is their plan. */
  readonly sources: Readonly<Record<string, string>>
  /** Of a seed, whose `file` is its data: the model file that declares it. */
  readonly declaredIn?: string | undefined
}

/** What is known of a model once its body has been called; no database was asked. */
export interface ResolvedModel extends NamedModel {
  readonly relation: RelationName
  /** What the body declares; undefined for seeds and sources, which have none. */
  readonly body: ModelBody | undefined
  readonly tests: readonly ResolvedTest[]
}

export interface ModelBody {
  /** Everything. */
  readonly full: Relation
  /** The new rows alone; undefined where the model is not incremental. */
  readonly incremental: Relation | undefined
  /** Full names of what `ref` was called with, each once, in the order of the calls. */
  readonly refs: readonly string[]
}

/** What only the files of the project can tell. */
export interface Surroundings {
  placeOf(definition: Definition): { readonly file: string; readonly line: number | undefined }
  /** The sha256 of a file of the project, named relative to its root. @throws ModelError where there is none */
  hashOf(file: string): string
}

/**
 * Calls all bodies. What they read beyond what is exported, seeds and sources, is found on the way.
 *
 * @param named what tasks depend on: seeds and sources that no file exports
 * @param errors gets every mistake: bodies that fail or act, models that no file exports, names that clash
 */
export function resolveModels(
  exported: readonly NamedModel[],
  named: readonly Definition[],
  around: Surroundings,
  errors: MillraceError[],
): readonly ResolvedModel[] {
  const known = new Map<Definition, NamedModel>(exported.map((model) => [model.definition, model]))
  const bySelf = new Map<string, NamedModel>(exported.map((model) => [model.name, model]))
  const resolved: ResolvedModel[] = []

  /** The node that a reference means. @throws ModelError for a model that has no name, since no file exports it */
  const nodeOf = (definition: Definition): NamedModel => {
    const found = known.get(definition)
    if (found !== undefined) return found
    const made = selfNamed(definition, around)
    // Two files may say the same of one table.
    const same = bySelf.get(made.name) ?? made
    known.set(definition, same)
    if (same === made) bySelf.set(made.name, made)
    else checkSame(same, made)
    return same
  }

  const read = new Set<string>()
  const binding: Binding = {
    bind(definition) {
      const node = nodeOf(definition)
      read.add(node.name)
      const fields = 'fields' in definition ? definition.fields : undefined
      return { kind: 'table', table: relationNameOf(definition, node.exportName), fields }
    },
    table: (text, fields) => ({ kind: 'table', table: parseTableName(text, undefined), fields }),
  }
  const readSince = (): readonly string[] => {
    const names = [...read]
    read.clear()
    return names
  }
  const bodyOf = (definition: Definition, relation: RelationName): ModelBody | undefined => {
    if (definition.kind !== 'model' && definition.kind !== 'snapshot') return undefined
    readSince()
    const full = callBody(definition, binding)
    const isIncremental = definition.kind === 'model' && definition.options.materialized === 'incremental'
    const incremental = isIncremental
      ? callBody(definition, binding, { kind: 'table', table: relation, fields: undefined })
      : undefined
    return { full, incremental, refs: readSince() }
  }

  const done = new Set<NamedModel>()
  const resolveOne = (model: NamedModel): void => {
    if (done.has(model)) return
    done.add(model)
    try {
      const relation = relationNameOf(model.definition, model.exportName)
      const body = bodyOf(model.definition, relation)
      const tests = resolveTests({ ...model, relation }, binding, readSince)
      const { file } = model
      const sources = model.definition.kind === 'seed' ? { [file]: around.hashOf(file) } : model.sources
      resolved.push({ ...model, sources, relation, body, tests })
    } catch (error) {
      errors.push(located(model, error, known.values()))
    }
  }
  for (const definition of named) if (selfName(definition) !== undefined) nodeOf(definition)
  // A map that grows while it is walked: bodies and tests read seeds and sources that no file exports.
  for (const model of known.values()) resolveOne(model)
  refuseClashes(resolved, errors)
  return resolved
}

/** A seed is named by its file, a source by what it is called. */
function selfNamed(definition: Definition, around: Surroundings): NamedModel {
  const place = around.placeOf(definition)
  switch (definition.kind) {
    case 'seed': {
      const name = seedNodeName(definition.file)
      const exportName = name.slice(name.lastIndexOf('.') + 1)
      const declaredIn = place.file
      return { name, exportName, file: definition.file, line: undefined, definition, sources: {}, declaredIn }
    }
    case 'source': {
      const name = sourceNodeName(definition.group, definition.name)
      return { name, exportName: `${definition.group}.${definition.name}`, ...place, definition, sources: {} }
    }
    default:
      throw new ModelError(`it reads a ${definition.kind} that no file exports`, {
        at: placeOfNode(place),
        hint: 'export it, so that it has a name',
      })
  }
}

/** One seed or source may be declared in several files, in the same words. @throws ModelError */
function checkSame(one: NamedModel, other: NamedModel): void {
  const [a, b] = [one.definition, other.definition]
  const told = (definition: Definition) =>
    JSON.stringify('fields' in definition ? [definition.fields, definition.options] : definition.options)
  if (told(a) === told(b)) return
  const [[first = one.file], [at]] = [a.frames(), b.frames()]
  throw new ModelError(`the ${a.kind} ${one.exportName} is declared twice, with other columns or options`, {
    at,
    hint: `declare it once, and import it (the first stands at ${first})`,
  })
}

/** Two things cannot be one table: neither models, nor what tests keep. */
function refuseClashes(models: readonly ResolvedModel[], errors: MillraceError[]): void {
  const byRelation = new Map<string, string>()
  const claim = (who: string, relation: TableName, model: ResolvedModel, hint: string): void => {
    const key = relationKey(relation)
    const other = byRelation.get(key)
    if (other === undefined) byRelation.set(key, who)
    else
      errors.push(
        new ModelError(`${who} and ${other} would both be ${relation.name} in the database`, {
          at: placeOfNode(model),
          hint,
        }),
      )
  }
  for (const model of models) {
    const { name, relation, definition } = model
    if (definition.kind === 'source') continue
    if (isEphemeral(definition)) continue
    claim(name, relation, model, 'give one of them another name: Model({ name: … }, …)')
  }
  for (const model of models) {
    for (const { name, stores } of model.tests) {
      if (stores === undefined) continue
      claim(
        `what the test ${name} keeps`,
        stores,
        model,
        "give its table another name: { storeFailures: 'bad_orders' }",
      )
    }
  }
}

/** An error of a body, with the model's name and line. @param known what a misspelled name may have meant */
function located(model: NamedModel, error: unknown, known: Iterable<NamedModel>): MillraceError {
  const own = error instanceof MillraceError ? error : undefined
  const why = error instanceof Error ? error.message : String(error)
  const message = `${model.name}: ${own === undefined && error instanceof Error ? `${error.name}: ` : ''}${why}`
  return new ModelError(message, {
    at: own?.at ?? placeOfNode(model),
    hint: own?.hint ?? hintOf(error, known),
    cause: error,
  })
}

/** The models whose export a name that is not defined may have meant. */
function hintOf(error: unknown, known: Iterable<NamedModel>): string | undefined {
  const [, name] = error instanceof ReferenceError ? (/^(\S+) is not defined$/.exec(error.message) ?? []) : []
  if (name === undefined) return undefined
  const exported = [...known]
    .filter(({ definition }) => selfName(definition) === undefined)
    .map((one) => one.exportName)
  return didYouMean(name, exported) ?? 'a model of another file is imported before it is read'
}
