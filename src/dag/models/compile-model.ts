import { analyse } from '../../analyse/analyse.ts'
import { type Catalogue, EMPTY_CATALOGUE } from '../../analyse/catalogue.ts'
import { compile, toStatement } from '../../compiler/compile.ts'
import { formatSql } from '../../compiler/format-sql.ts'
import { dialectOf } from '../../dialect/index.ts'
import { printingKnex } from '../../engine/printing.ts'
import { InternalError } from '../../errors/index.ts'
import type { Relation } from '../../plan/relation.ts'
import type { Fields } from '../../plan/schema.ts'
import { inlineBindings } from '../../write/view.ts'
import { makeBinding } from './bind.ts'
import { type BuildSettings, type ModelIndex, readsOf } from './build-request.ts'
import { callBody } from './call-body.ts'
import { relationKey } from './names.ts'

/** What the body of a model or snapshot gives where it is built: over the tables that it reads there. */
export function boundRelation(name: string, { models, nameOf }: ModelIndex, settings: BuildSettings): Relation {
  const model = models.get(name)
  const definition = model?.definition
  if (definition?.kind !== 'model' && definition?.kind !== 'snapshot') throw new InternalError(`${name} has no body`)
  const reads = readsOf(model?.body?.refs ?? [], models, settings)
  const nodes = new Map(reads.map((read) => [read.name, read]))
  return callBody(definition, makeBinding(nodes, nameOf, settings.defaultSchema))
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
  const words = dialectOf(dialect)
  const plan = analyse(boundRelation(name, index, settings), { catalogue: knownColumns(name, index, settings), now })
  const statement = toStatement(compile(plan, words, printingKnex(words.name)))
  return formatSql(inlineBindings(words.ddl, statement))
}

/** The columns of what a model reads, as far as they are known without a database. */
function knownColumns(name: string, { models }: ModelIndex, settings: BuildSettings): Catalogue {
  const columns = new Map<string, Fields | undefined>()
  for (const read of readsOf(models.get(name)?.body?.refs ?? [], models, settings)) {
    if (read.as.kind !== 'table') continue
    const { table } = read.as
    const key = relationKey({ schema: table.schema ?? settings.defaultSchema, name: table.name })
    columns.set(key, models.get(read.name)?.fields)
  }
  return { ...EMPTY_CATALOGUE, table: (table) => columns.get(relationKey(table)) }
}
