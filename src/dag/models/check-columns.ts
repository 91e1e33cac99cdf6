/** The columns that options name: a wrong one is told while the models load, not when the database is asked. */
import { analyse } from '../../analyse/analyse.ts'
import type { Catalogue } from '../../analyse/catalogue.ts'
import { failingRows } from '../../check/failing-rows.ts'
import type { CheckSpec } from '../../check/spec.ts'
import { didYouMean, listNames, type MillraceError, TypeMismatch, UnknownColumn } from '../../errors/index.ts'
import type { Relation } from '../../plan/relation.ts'
import type { Field, Fields } from '../../plan/schema.ts'
import { formatType, sameType } from '../../plan/type.ts'
import { ANY_INSTANT } from './any-instant.ts'
import type { Definition } from './definition.ts'
import type { ResolvedTest } from './model-tests.ts'

interface Mention {
  /** Where it stands: `key`, `freshness.column`. */
  readonly where: string
  readonly column: string
  /** Whether it must say when a row happened. */
  readonly isTime?: boolean
}

/** Every mistake in the columns that a definition's options name. @param fields the columns that there are */
export function wrongColumns(definition: Definition, fields: Fields): readonly MillraceError[] {
  const mentions = mentionedIn(definition)
  if (mentions.length === 0) return []
  const known = new Map(fields.map((field) => [field.name, field]))
  return mentions.flatMap(({ where, column, isTime }): readonly MillraceError[] => {
    const field = known.get(column)
    if (field === undefined) return [unknown(`${where}: there is`, column, known)]
    if (isTime !== true || ['timestamp', 'date'].includes(field.type.kind)) return []
    const message = `${where}: the column ${JSON.stringify(column)} is of type ${formatType(field.type)}`
    return [new TypeMismatch(message, { hint: 'it must be a date or a timestamp' })]
  })
}

function mentionedIn({ kind, options }: Definition): readonly Mention[] {
  const given: Readonly<Record<string, unknown>> = { ...options }
  const keys = (where: string, of: unknown): readonly Mention[] =>
    Object.keys(of ?? {}).map((column) => ({ where, column }))
  const names = (where: string): readonly Mention[] =>
    [given[where] ?? []].flat(2).map((column) => ({ where, column: String(column) }))
  const { freshness, eventTime, strategy } = given
  // A snapshot's `columns` are those that it compares: it looks for them, and for its key, itself.
  const isSnapshot = kind === 'snapshot'
  const mentions = isSnapshot
    ? keys('descriptions', given.descriptions)
    : [...keys('columns', given.columns), ...names('key'), ...names('update'), ...names('indexes')]
  const isTime = strategy === 'microbatch' || strategy === 'replaceWhere'
  return [
    ...mentions,
    ...(typeof eventTime === 'string' ? [{ where: 'eventTime', column: eventTime, isTime }] : []),
    ...(freshness === undefined
      ? []
      : [{ where: 'freshness.column', column: (freshness as { column: string }).column, isTime: true }]),
    ...keys('tests', given.tests),
  ]
}

/**
 * Checks what a test asks, where the columns of all that it reads are known.
 *
 * @param catalogue the columns of every relation
 * @throws UnknownColumn, TypeMismatch, InvalidArgument: what the test would be refused for; SchemaNotLoaded
 */
export function checkTest({ declared, spec }: ResolvedTest, catalogue: Catalogue): void {
  const { column } = declared
  const tested = fieldsOf(spec.tested, catalogue)
  const field = tested?.find(({ name }) => name === column)
  // Told of the model's options, once for all tests of the column.
  if (column !== undefined && tested !== undefined && field === undefined) return
  if (spec.kind === 'references') checkReferred(spec, catalogue)
  if (!needsAnalysis(spec, field, catalogue)) return
  const known = { catalogue, now: ANY_INSTANT }
  const failing = failingRows(spec, (relation) => analyse(relation, known).outputs)
  analyse(failing, known)
}

function checkReferred({ to, toColumn }: Extract<CheckSpec, { kind: 'references' }>, catalogue: Catalogue): void {
  const referred = fieldsOf(to, catalogue)
  if (to.kind !== 'table' || referred === undefined || referred.some(({ name }) => name === toColumn)) return
  const known = new Map(referred.map((field) => [field.name, field]))
  throw unknown(`${to.table.name} has`, toColumn, known)
}

/** Whether more can be wrong than names. Most tests ask nothing more, and there may be tens of thousands. */
function needsAnalysis(spec: CheckSpec, field: Field | undefined, catalogue: Catalogue): boolean {
  if (spec.where !== undefined) return true
  switch (spec.kind) {
    case 'unique':
    case 'notNull':
    case 'rowCount':
      return false
    case 'acceptedValues':
      return field?.type.kind !== 'string' || spec.values.some((value) => typeof value !== 'string')
    case 'references': {
      const referred = fieldsOf(spec.to, catalogue)?.find(({ name }) => name === spec.toColumn)
      return field !== undefined && referred !== undefined && !sameType(field.type, referred.type)
    }
    default:
      return true
  }
}

const fieldsOf = (relation: Relation, catalogue: Catalogue): Fields | undefined =>
  relation.kind === 'table' ? (catalogue.table(relation.table) ?? relation.fields) : undefined

function unknown(has: string, column: string, known: ReadonlyMap<string, Field>): UnknownColumn {
  const names = [...known.keys()]
  return new UnknownColumn(`${has} no column ${JSON.stringify(column)}`, {
    hint: [didYouMean(column, names), `columns are ${listNames(names)}`].filter(Boolean).join(' '),
  })
}
