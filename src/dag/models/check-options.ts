import type { AnyRow } from '../../column/values.ts'
import { InvalidArgument } from '../../errors/index.ts'
import { didYouMean } from '../../errors/nearest.ts'
import { fieldsOf } from '../../frame/schema.ts'
import { checkKeys, checkNodeOptions, checkObject, invalidOption, NODE_OPTIONS } from '../options.ts'
import { parseInstant } from './instant.ts'
import type { ModelOptions } from './model-options.ts'
import type { SnapshotOptions } from './snapshot-options.ts'

const RELATION = [...NODE_OPTIONS, 'name', 'schema', 'columns', 'meta'] as const
const BUILT = [...RELATION, 'materialized', 'contract', 'eventTime', 'tests', 'modelTests'] as const
const INCREMENTAL = [...BUILT, 'indexes', 'strategy', 'onSchemaChange'] as const

/** The options of each materialisation. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  view: BUILT,
  ephemeral: BUILT,
  table: [...BUILT, 'indexes', 'audit'],
  incremental: INCREMENTAL,
}

/** What each strategy takes beyond the options of every incremental model. */
const STRATEGIES: Readonly<Record<string, readonly string[]>> = {
  append: [],
  merge: ['key', 'update'],
  deleteInsert: ['key'],
  microbatch: ['batch', 'begin', 'lookback'],
  replaceWhere: ['batch', 'begin', 'lookback'],
}

/** Checks what the types say, for plain JavaScript. @throws InvalidArgument */
export function checkModelOptions(options: ModelOptions<AnyRow>): void {
  checkObject('Model', options, "Model({ materialized: 'view' }, () => ref(orders))")
  const given: Readonly<Record<string, unknown>> = { ...options }
  const { materialized = 'table', strategy } = given
  oneOf('Model', 'materialized', materialized, Object.keys(OPTIONS))
  let known = OPTIONS[materialized as string] ?? []
  if (materialized === 'incremental') {
    oneOf('Model', 'strategy', strategy, Object.keys(STRATEGIES))
    known = [...known, ...(STRATEGIES[strategy as string] ?? [])]
  }
  const misplaced = Object.keys(given).find((key) => !known.includes(key) && belongsElsewhere(key))
  if (misplaced !== undefined) {
    const what = materialized === 'incremental' ? `the strategy ${String(strategy)}` : `a model that is ${materialized}`
    throw new InvalidArgument(`Model: ${misplaced} is no option of ${what}`, { hint: `it takes ${known.join(', ')}` })
  }
  checkKeys('Model', 'option', Object.keys(given), known)
  checkNodeOptions('Model', options)
  checkRelationOptions('Model', given)
  if (materialized === 'incremental') checkIncremental(given)
  if (given.audit !== undefined && given.audit !== 'before')
    throw invalidOption('Model', 'audit', given.audit, '"before"')
  if (given.eventTime !== undefined) checkName('Model', 'eventTime', given.eventTime)
  if (given.indexes !== undefined) checkIndexes(given.indexes)
  if (given.contract !== undefined && fieldsOf(given.contract) === undefined)
    throw invalidOption('Model', 'contract', given.contract, "schema({ id: 'long', note: 'string?' })")
}

/** @throws InvalidArgument */
export function checkSnapshotOptions(options: SnapshotOptions<AnyRow>): void {
  checkObject('Snapshot', options, "Snapshot({ key: 'id', strategy: 'check', columns: 'all' }, () => ref(customers))")
  const given: Readonly<Record<string, unknown>> = { ...options }
  checkKeys('Snapshot', 'option', Object.keys(given), [
    ...RELATION,
    'key',
    'strategy',
    'updatedAt',
    'hardDeletes',
    'descriptions',
    'tests',
    'modelTests',
  ])
  checkNodeOptions('Snapshot', options)
  checkRelationOptions('Snapshot', { ...given, columns: given.descriptions })
  checkNames('Snapshot', 'key', given.key, true)
  oneOf('Snapshot', 'strategy', given.strategy, ['timestamp', 'check'])
  if (given.strategy === 'timestamp') checkName('Snapshot', 'updatedAt', given.updatedAt)
  else if (given.columns !== 'all') checkNames('Snapshot', 'columns', given.columns, true)
  if (given.hardDeletes !== undefined)
    oneOf('Snapshot', 'hardDeletes', given.hardDeletes, ['ignore', 'invalidate', 'newRecord'])
}

function checkIncremental(given: Readonly<Record<string, unknown>>): void {
  const { strategy } = given
  if (strategy === 'merge' || strategy === 'deleteInsert') {
    if (given.key === undefined) {
      throw new InvalidArgument(`Model: the strategy ${strategy} needs a key`, {
        hint: "key: 'id', or the columns that tell rows apart: key: ['day', 'state']",
      })
    }
    checkNames('Model', 'key', given.key, true)
    if (given.update !== undefined) checkNames('Model', 'update', given.update, false)
  }
  if (strategy === 'microbatch' || strategy === 'replaceWhere') {
    checkName('Model', 'eventTime', given.eventTime)
    oneOf('Model', 'batch', given.batch, ['hour', 'day', 'month'])
    if (typeof given.begin !== 'string' || parseInstant(given.begin) === undefined)
      throw invalidOption('Model', 'begin', given.begin, "where the first batch begins, in UTC: '2026-01-01'")
    const { lookback } = given
    if (lookback !== undefined && !(Number.isInteger(lookback) && (lookback as number) >= 0))
      throw invalidOption('Model', 'lookback', lookback, 'how many batches before the current one: 0, 1, 2 …')
  }
  if (given.onSchemaChange !== undefined)
    oneOf('Model', 'onSchemaChange', given.onSchemaChange, ['fail', 'append', 'ignore', 'fullRefresh'])
}

function checkIndexes(indexes: unknown): void {
  if (!Array.isArray(indexes))
    throw invalidOption('Model', 'indexes', indexes, "a list of columns, or lists of them: ['at', ['state', 'day']]")
  for (const index of indexes) checkNames('Model', 'indexes', index, true)
}

function checkRelationOptions(what: string, { name, schema, columns, meta }: Readonly<Record<string, unknown>>): void {
  if (name !== undefined) checkName(what, 'name', name)
  if (schema !== undefined) checkName(what, 'schema', schema)
  for (const [option, value] of Object.entries({ columns, meta })) {
    if (value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value)))
      throw invalidOption(what, option, value, option === 'meta' ? 'an object' : "texts by column: { id: 'the key' }")
  }
}

function belongsElsewhere(key: string): boolean {
  return [...Object.values(OPTIONS), ...Object.values(STRATEGIES)].some((options) => options.includes(key))
}

function oneOf(what: string, option: string, value: unknown, choices: readonly string[]): void {
  if (choices.includes(value as string)) return
  const nearest = typeof value === 'string' ? didYouMean(value, choices) : undefined
  const list = `one of ${choices.map((choice) => `"${choice}"`).join(', ')}`
  throw invalidOption(what, option, value, [list, nearest].filter(Boolean).join('. '))
}

function checkName(what: string, option: string, value: unknown): void {
  if (typeof value !== 'string' || value === '') throw invalidOption(what, option, value, 'a name')
}

function checkNames(what: string, option: string, value: unknown, one: boolean): void {
  const names = one && typeof value === 'string' ? [value] : value
  if (!Array.isArray(names) || names.length === 0 || names.some((name) => typeof name !== 'string' || name === ''))
    throw invalidOption(what, option, value, 'the name of a column, or a list of names')
}
