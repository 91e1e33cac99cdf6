import { analyse } from '../analyse/analyse.ts'
import { EMPTY_CATALOGUE } from '../analyse/catalogue.ts'
import { ANY_INSTANT } from '../dag/models/any-instant.ts'
import { callBody } from '../dag/models/call-body.ts'
import type { Definition } from '../dag/models/definition.ts'
import { relationNameOf } from '../dag/models/names.ts'
import { relationFields } from '../dag/models/snapshot-rules.ts'
import { DependencyCycle, SchemaNotLoaded } from '../errors/index.ts'
import { fieldsOf } from '../frame/schema.ts'
import type { Fields } from '../plan/schema.ts'

/** The columns of a model, seed, source or snapshot; undefined where a database alone knows them. */
export type ColumnsOf = (definition: Definition) => Fields | undefined

/** Works out columns as loading a project does, by calling bodies; each is called once. */
export function columnsWithoutDatabase(): ColumnsOf {
  const known = new Map<Definition, Fields | undefined>()
  const asked = new Set<Definition>()
  const columnsOf: ColumnsOf = (definition) => {
    if (known.has(definition)) return known.get(definition)
    if (asked.has(definition))
      throw new DependencyCycle(`${labelOf(definition)} reads itself, on the way through other models`)
    asked.add(definition)
    const fields = 'fields' in definition ? definition.fields : bodyColumns(definition, columnsOf)
    known.set(definition, fields)
    return fields
  }
  return columnsOf
}

function bodyColumns(
  definition: Extract<Definition, { kind: 'model' | 'snapshot' }>,
  columnsOf: ColumnsOf,
): Fields | undefined {
  const relation = callBody(definition, {
    bind: (read) => ({ kind: 'table', table: { schema: undefined, name: labelOf(read) }, fields: columnsOf(read) }),
    table: (name, fields) => ({ kind: 'table', table: { schema: undefined, name }, fields }),
  })
  try {
    const { outputs } = analyse(relation, { catalogue: EMPTY_CATALOGUE, now: ANY_INSTANT })
    return relationFields(definition, outputs, namesOf(definition)[0] ?? 'without a name')
  } catch (error) {
    if (!(error instanceof SchemaNotLoaded)) throw error
    return definition.kind === 'model' ? fieldsOf(definition.options.contract) : undefined
  }
}

/** The names by which `given` can mean it, the shortest first; none for a model whose export alone names it. */
export function namesOf(definition: Definition): readonly string[] {
  const { schema, name } = relationNameOf(definition, '')
  if (name === '') return []
  return schema === undefined ? [name] : [name, `${schema}.${name}`]
}

/** What an error calls it. */
export function labelOf(definition: Definition): string {
  const [name] = namesOf(definition)
  if (name !== undefined) return name
  const [place] = definition.frames()
  return `the ${definition.kind}${place === undefined ? '' : ` of ${place.replace(/^.*\/(.*\/)/, '$1')}`}`
}
