/** What models and sources say of their relations, held against what the database has. */
import { analyse } from '../analyse/analyse.ts'
import { type Catalogue, EMPTY_CATALOGUE } from '../analyse/catalogue.ts'
import { placeOfNode } from '../dag/graph.ts'
import { ANY_INSTANT } from '../dag/models/any-instant.ts'
import {
  type BuildSettings,
  indexModels,
  type KnownModel,
  type ModelIndex,
  placed,
} from '../dag/models/build-request.ts'
import { boundRelation } from '../dag/models/compile-model.ts'
import { isEphemeral } from '../dag/models/definition.ts'
import { relationKey } from '../dag/models/names.ts'
import { relationFields } from '../dag/models/snapshot-rules.ts'
import type { Ddl } from '../dialect/ddl.ts'
import { readsAs } from '../dialect/reads-as.ts'
import type { TableDescription } from '../engine/engine.ts'
import { MillraceError } from '../errors/index.ts'
import { formatTableName, type TableName } from '../plan/relation.ts'
import type { Field, Fields } from '../plan/schema.ts'
import { formatType } from '../plan/type.ts'

/** A model whose relation has other columns than `ref` gives. */
export interface ModelDifference {
  readonly name: string
  readonly kind: KnownModel['definition']['kind']
  /** `models/sales.ts:31` */
  readonly at: string
  /** As messages call it. */
  readonly relation: string
  /** One for each column. */
  readonly columns: readonly string[]
}

/**
 * The models, seeds, snapshots and sources whose relations are there and have other columns than the program says. What only
 * the database knows of the tables that a model reads, it is asked. Whether NULLs may be there is not compared: a database
 * says less of that, and nothing of a view.
 *
 * @param models parents before children
 */
export function differingModels(
  models: ReadonlyMap<string, KnownModel>,
  tables: readonly TableDescription[],
  settings: BuildSettings,
  ddl: Ddl,
): readonly ModelDifference[] {
  const keyOf = ({ schema, name }: TableName): string => relationKey({ schema: schema ?? settings.defaultSchema, name })
  const live = new Map(
    tables.flatMap(({ schema, name, isDefault, fields }) =>
      [schema, ...(isDefault && settings.defaultSchema === undefined ? [undefined] : [])].map(
        (schema) => [keyOf({ schema, name }), fields] as const,
      ),
    ),
  )
  const known = new Map<string, Fields>()
  const catalogue: Catalogue = { ...EMPTY_CATALOGUE, table: (name) => known.get(keyOf(name)) ?? live.get(keyOf(name)) }
  const index = indexModels(models)
  return [...models.values()].flatMap((model): ModelDifference[] => {
    const { definition } = model
    if (isEphemeral(definition)) return []
    const fields = model.fields ?? asked(model, index, settings, catalogue)
    const relation = placed(model.relation, settings)
    const found = live.get(keyOf(relation))
    if (fields === undefined) return []
    known.set(keyOf(relation), fields)
    const columns = found === undefined ? [] : differences(fields, found, mayHaveMore(model), ddl)
    if (columns.length === 0) return []
    return [
      {
        name: model.name,
        kind: definition.kind,
        at: placeOfNode(model),
        relation: formatTableName(relation),
        columns,
      },
    ]
  })
}

/** The columns of a model that reads tables whose columns are known to the database alone; undefined where it has none of them. */
function asked(
  model: KnownModel,
  index: ModelIndex,
  settings: BuildSettings,
  catalogue: Catalogue,
): Fields | undefined {
  if (model.body === undefined) return undefined
  try {
    const { outputs } = analyse(boundRelation(model.name, index, settings), { catalogue, now: ANY_INSTANT })
    return relationFields(model.definition, outputs, model.name)
  } catch (error) {
    // What a model cannot be built of is for the run to say.
    if (error instanceof MillraceError) return undefined
    throw error
  }
}

/** A source tells the columns that are read; an incremental model keeps those that it had. */
const mayHaveMore = ({ definition }: KnownModel): boolean =>
  definition.kind === 'source' || (definition.kind === 'model' && definition.options.materialized === 'incremental')

function differences(said: Fields, found: Fields, mayHaveMore: boolean, ddl: Ddl): readonly string[] {
  const there = new Map(found.map((field) => [field.name, field]))
  const names = new Set(said.map(({ name }) => name))
  const more = mayHaveMore ? [] : found.filter(({ name }) => !names.has(name))
  return [
    ...said.flatMap((field): string[] => {
      const column = there.get(field.name)
      if (column === undefined) return [`${described(field)} is not in the database`]
      return readsAs(field.type, column.type, ddl)
        ? []
        : [`${described(field)} is ${formatType(column.type)} in the database`]
    }),
    ...more.map((field) => `${described(field)} is in the database alone`),
  ]
}

const described = ({ name, type }: Field): string => `${JSON.stringify(name)} (${formatType(type)})`
