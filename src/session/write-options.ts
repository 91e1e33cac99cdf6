import { describeValue } from '../column/expression-column.ts'
import { didYouMean, InvalidArgument, listNames } from '../errors/index.ts'
import type { PlainRow } from '../frame/actions.ts'
import { namedCondition, sortKeys } from '../frame/arguments.ts'
import type { WriteOptions } from '../frame/options.ts'
import { call, type Expression, literal, nameReference } from '../plan/expression.ts'
import type { Relation } from '../plan/relation.ts'
import { types } from '../plan/type.ts'
import type { OnSchemaChange, WriteMode } from '../write/index.ts'

/** What each mode must be told, and what it may be told besides `indexes`. */
const MODES: Readonly<Record<WriteMode, { readonly needs: readonly string[]; readonly takes: readonly string[] }>> = {
  error: { needs: [], takes: [] },
  overwrite: { needs: [], takes: [] },
  append: { needs: [], takes: ['onSchemaChange'] },
  ignore: { needs: [], takes: [] },
  merge: { needs: ['key'], takes: ['update', 'dedupeBy', 'onSchemaChange'] },
  deleteInsert: { needs: ['key'], takes: ['onSchemaChange'] },
  replaceWhere: { needs: ['where'], takes: ['onSchemaChange'] },
}
const SCHEMA_CHANGES: readonly OnSchemaChange[] = ['fail', 'append', 'ignore']
const EXAMPLES: Readonly<Record<string, string>> = {
  key: "key: 'id'",
  where: "where: (c) => c.day.gte('2024-01-01')",
}

/** The options of a write, checked, its functions called. */
export interface WriteSettings {
  readonly mode: WriteMode
  readonly onSchemaChange: OnSchemaChange | undefined
  readonly indexes: readonly (readonly string[])[]
  readonly key: readonly string[] | undefined
  readonly update: readonly string[] | undefined
  /** The order by which the first row of a key is the one that counts. */
  readonly dedupeBy: readonly Expression[] | undefined
  /** Whether equal rows count as one. */
  readonly mergeRepeats: boolean
  readonly where: Expression | undefined
}

/** Checks the options of `write`, which plain JavaScript may have misspelled. @throws InvalidArgument */
export function checkWriteOptions(relation: Relation, options: WriteOptions<PlainRow>): WriteSettings {
  const given = options as Readonly<Record<string, unknown>>
  const mode = choice('mode', given.mode ?? 'error', Object.keys(MODES) as WriteMode[])
  const { needs, takes } = MODES[mode]
  const known = ['mode', 'indexes', ...Object.values(MODES).flatMap((one) => [...one.needs, ...one.takes])]
  for (const [name, value] of Object.entries(given)) {
    if (!known.includes(name))
      throw new InvalidArgument(`write has no option ${JSON.stringify(name)}`, {
        hint: didYouMean(name, known) ?? `There are ${listNames(new Set(known))}.`,
      })
    if (value === undefined || ['mode', 'indexes', ...needs, ...takes].includes(name)) continue
    const modes = Object.entries(MODES).filter(([, one]) => [...one.needs, ...one.takes].includes(name))
    throw new InvalidArgument(`write: ${name} belongs to mode ${modes.map(([one]) => `'${one}'`).join(', ')}`)
  }
  for (const name of needs) {
    if (given[name] === undefined) throw new InvalidArgument(`write: mode '${mode}' needs ${EXAMPLES[name]}`)
  }
  const { onSchemaChange, indexes, key, update, dedupeBy, where } = given
  return {
    mode,
    onSchemaChange: onSchemaChange === undefined ? undefined : choice('onSchemaChange', onSchemaChange, SCHEMA_CHANGES),
    indexes: (Array.isArray(indexes) ? indexes : []).map((columns) => names('indexes', columns)),
    key: key === undefined ? undefined : names('key', key),
    update: update === undefined ? undefined : names('update', update),
    dedupeBy: dedupeBy === undefined ? undefined : sortKeys(relation, [dedupeBy]),
    mergeRepeats: dedupeBy !== undefined,
    where: where === undefined ? undefined : namedCondition(where, 'write: where'),
  }
}

function choice<T extends string>(option: string, value: unknown, choices: readonly T[]): T {
  if (choices.includes(value as T)) return value as T
  throw new InvalidArgument(`write: ${option} is ${describeValue(value)}`, {
    hint: [didYouMean(String(value), choices), `There are ${listNames(choices)}.`].filter(Boolean).join(' '),
  })
}

function names(option: string, value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.map((name) => {
    if (typeof name === 'string') return name
    throw new InvalidArgument(`write: ${option} takes names of columns, not ${describeValue(name)}`)
  })
}

/** A column that is there while rows are numbered. */
const PLACE = 'millrace_place'

/** The rows that come first among those of their key, all of them where several do; without an order all rows. */
export function firstOfKey(relation: Relation, { key = [], dedupeBy }: WriteSettings): Relation {
  if (dedupeBy === undefined) return relation
  const window = { partitionBy: key.map(nameReference), orderBy: dedupeBy, frame: undefined }
  const place: Expression = { kind: 'over', call: call('rank', []), window }
  const ranked: Relation = {
    kind: 'withColumns',
    input: relation,
    columns: [{ name: PLACE, expression: place }],
  }
  const condition = call('eq', [nameReference(PLACE), literal(1, types.int)])
  return { kind: 'drop', input: { kind: 'filter', input: ranked, condition }, columns: [nameReference(PLACE)] }
}
