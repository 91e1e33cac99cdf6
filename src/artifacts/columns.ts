import type { KnownModel } from '../dag/models/build-request.ts'
import { dialectOf } from '../dialect/index.ts'
import { UnsupportedOnDialect } from '../errors/index.ts'
import type { Field } from '../plan/schema.ts'
import { formatType } from '../plan/type.ts'
import type { Json } from './project.ts'

/** The columns that are known without a database, with the types that the database has for them. */
export function columnsOf(model: KnownModel | undefined, dialect: string): Json {
  const fields = model?.fields ?? []
  const means = descriptionsOf(model)
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      {
        name: field.name,
        description: means[field.name] ?? '',
        meta: {},
        data_type: typeText(field, dialect),
        constraints: [],
        quote: null,
        tags: [],
      },
    ]),
  )
}

/** A snapshot's `columns` are those that it checks. */
function descriptionsOf(model: KnownModel | undefined): Readonly<Record<string, string | undefined>> {
  const definition = model?.definition
  if (definition === undefined || definition.kind === 'source') return {}
  return (definition.kind === 'snapshot' ? definition.options.descriptions : definition.options.columns) ?? {}
}

function typeText({ name, type }: Field, dialect: string): string {
  try {
    return dialectOf(dialect).ddl.typeName(type, name)
  } catch (error) {
    if (error instanceof UnsupportedOnDialect) return formatType(type)
    throw error
  }
}
