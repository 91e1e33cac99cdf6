import type { TableName } from '../../plan/relation.ts'
import type { RelationName } from '../graph.ts'
import type { Definition } from './definition.ts'

/** `dailySales` → `daily_sales`, `HTMLPages` → `html_pages`; what is snake_case already stays. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
}

/** What a definition is called in the database. @param exportName of a model or snapshot */
export function relationNameOf(definition: Definition, exportName: string): RelationName {
  switch (definition.kind) {
    case 'model':
    case 'snapshot': {
      const { name, schema } = definition.options
      return { schema, name: name ?? snakeCase(exportName.slice(exportName.lastIndexOf('.') + 1)) }
    }
    case 'seed': {
      const { name, schema } = definition.options
      return { schema, name: name ?? fileStem(definition.file) }
    }
    case 'source': {
      const written = definition.options.table ?? `${definition.group}.${definition.name}`
      const dot = written.indexOf('.')
      return dot < 0
        ? { schema: undefined, name: written }
        : { schema: written.slice(0, dot), name: written.slice(dot + 1) }
    }
    default:
      return definition satisfies never
  }
}

/** `seeds/raw/countries.csv` → `seeds.raw.countries`. */
export const seedNodeName = (file: string): string => file.replace(/\.[^./]*$/, '').replaceAll('/', '.')

/** `sources.raw.events`. */
export const sourceNodeName = (group: string, name: string): string => `sources.${group}.${name}`

const fileStem = (file: string): string => file.replace(/^.*\//, '').replace(/\.[^.]*$/, '')

/** One text for one relation, for maps. No name holds the character between. */
export const relationKey = ({ schema, name }: TableName): string => (schema === undefined ? name : `${schema}\0${name}`)

/** Puts the name of who runs it for `{user}`: a developer's own schema. */
export const expandUser = (schema: string | undefined, user: string): string | undefined =>
  schema?.replaceAll('{user}', user)
