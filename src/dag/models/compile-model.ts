import { analyse } from '../../analyse/analyse.ts'
import { type Catalogue, EMPTY_CATALOGUE } from '../../analyse/catalogue.ts'
import type { Plan } from '../../analyse/resolved.ts'
import { failingRows } from '../../check/failing-rows.ts'
import { compile, toStatement } from '../../compiler/compile.ts'
import { formatSql } from '../../compiler/format-sql.ts'
import { dialectOf } from '../../dialect/index.ts'
import { printingKnex } from '../../engine/printing.ts'
import { InternalError } from '../../errors/index.ts'
import type { Relation } from '../../plan/relation.ts'
import type { Fields } from '../../plan/schema.ts'
import { inlineBindings } from '../../write/view.ts'
import type { TaskNode } from '../graph.ts'
import { makeBinding } from './bind.ts'
import { type BuildSettings, checkOf, type ModelIndex, placed, readsOf } from './build-request.ts'
import { callBody } from './call-body.ts'
import { relationKey } from './names.ts'

/**
 * What the body of a model or snapshot gives where it is built: over the tables that it reads there.
 *
 * @param target the model's own table, where only the new rows are wanted
 */
export function boundRelation(
  name: string,
  { models, nameOf }: ModelIndex,
  settings: BuildSettings,
  target?: Relation,
): Relation {
  const model = models.get(name)
  const definition = model?.definition
  if (definition?.kind !== 'model' && definition?.kind !== 'snapshot') throw new InternalError(`${name} has no body`)
  const reads = readsOf(model?.body?.refs ?? [], models, settings)
  const nodes = new Map(reads.map((read) => [read.name, read]))
  return callBody(definition, makeBinding(nodes, nameOf, settings.defaultSchema), target)
}

/**
 * The query behind a model as SQL text that can be run as it is: values stand in it. No database is asked.
 *
 * @param dialect `sqlite`, `postgres` …
 * @throws SchemaNotLoaded where it reads a table whose columns nobody has told; UnsupportedOnDialect
 */
export function compileModel(
  name: string,
  dialect: string,
  index: ModelIndex,
  settings: BuildSettings,
  now: Date,
): string {
  const catalogue = knownColumns(index.models.get(name)?.body?.refs ?? [], index, settings)
  return printed(analyse(boundRelation(name, index, settings), { catalogue, now }), dialect)
}

/**
 * The query for the new rows of an incremental model, as `compileModel` that for all rows.
 *
 * @returns undefined for what is not incremental
 * @throws SchemaNotLoaded, UnsupportedOnDialect
 */
export function compileIncremental(
  name: string,
  dialect: string,
  index: ModelIndex,
  settings: BuildSettings,
  now: Date,
): string | undefined {
  const model = index.models.get(name)
  if (model?.body?.incremental === undefined) return undefined
  const { schema = settings.defaultSchema, name: own } = placed(model.relation, settings)
  const target: Relation = { kind: 'table', table: { schema, name: own }, fields: model.fields }
  const catalogue = knownColumns(model.body.refs, index, settings)
  return printed(analyse(boundRelation(name, index, settings, target), { catalogue, now }), dialect)
}

/**
 * The query of a test, which gives its failing rows, as `compileModel` that of a model.
 *
 * @throws SchemaNotLoaded, UnsupportedOnDialect
 */
export function compileTest(
  node: TaskNode,
  dialect: string,
  index: ModelIndex,
  settings: BuildSettings,
  now: Date,
): string {
  const known = { catalogue: knownColumns(node.dependsOn, index, settings), now }
  const failing = failingRows(checkOf(node, index, settings), (relation) => analyse(relation, known).outputs)
  return printed(analyse(failing, known), dialect)
}

function printed(plan: Plan, dialect: string): string {
  const words = dialectOf(dialect)
  return formatSql(inlineBindings(words.ddl, toStatement(compile(plan, words, printingKnex(words.name)))))
}

/** The columns of what is read, as far as they are known without a database. @param names of what is read */
function knownColumns(names: readonly string[], { models }: ModelIndex, settings: BuildSettings): Catalogue {
  const columns = new Map<string, Fields | undefined>()
  for (const read of readsOf(names, models, settings)) {
    if (read.as.kind !== 'table') continue
    const { table } = read.as
    const key = relationKey({ schema: table.schema ?? settings.defaultSchema, name: table.name })
    columns.set(key, models.get(read.name)?.fields)
  }
  return { ...EMPTY_CATALOGUE, table: (table) => columns.get(relationKey(table)) }
}
