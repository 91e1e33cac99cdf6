import { type Fragment, fill, fragment } from '../../fragment.ts'
import {
  byType,
  formula,
  overWindow,
  type SpelledCall,
  type Spelling,
  type SpellingsOf,
  spell,
} from '../../spelling.ts'
import { back } from '../back.ts'
import { duckdbType } from '../casts.ts'
import { decimalQuotient } from '../decimals.ts'

/** Digits that the number of rows adds to the digits of their sum. */
const COUNT_DIGITS = 10

/** A sum; part by part where that is faster, which over a window it is not. */
const summed: Spelling = ([value], { window }) => {
  const parts = (window ? undefined : value?.summands) ?? [value as Fragment]
  const sums = parts.map((part) => fill('sum($1)', [part]))
  return sums.length === 1 ? (sums[0] as Fragment) : fill('list_sum([$*])', sums)
}

/** The mean of decimals, exact: DuckDB's own is a double. */
const mean: Spelling = (args, call) => {
  const of = call.types[0]
  if (of?.kind !== 'decimal' || call.type.kind !== 'decimal') return fill('avg($1)', args)
  const sum = overWindow(spell(summed, args, call), call)
  const count = overWindow(fill('count($1)', args), call)
  const quotient = decimalQuotient(
    [sum, count],
    [
      { kind: 'decimal', precision: Math.min(38, of.precision + COUNT_DIGITS), scale: of.scale },
      { kind: 'decimal', precision: COUNT_DIGITS, scale: 0 },
    ],
    call.type,
  )
  return { ...quotient, windowed: true }
}

/** Sums of decimals have 38 digits in DuckDB: nothing is to be said where they have as many in Spark. */
const total =
  (spelling: Spelling): Spelling =>
  (args, call) => {
    const [of] = call.types
    const same = call.type.kind === 'decimal' && call.type.precision === 38 && of?.kind === 'decimal'
    return same && of.scale === call.type.scale ? spell(spelling, args, call) : spell(back(spelling), args, call)
  }

const ifNotNull = (args: readonly Fragment[], call: SpelledCall): Fragment =>
  call.literals[0] === undefined || call.literals[0] === null ? fill('count($1)', args) : fragment('count(*)')

/** NULL where the type has no room for the result. */
const fitting = (template: string): Spelling =>
  byType(({ type }) => (type.kind === 'double' ? template : formula(`try_cast($1 as ${duckdbType(type)})`, template)))

export const aggregateSpellings: SpellingsOf<'aggregate'> = {
  count: ifNotNull,
  countDistinct: (args) =>
    args.length === 1
      ? fill('count(distinct $1)', args)
      : fill(
          `count(distinct case when ${args.map((_, index) => `$${index + 1} is not null`).join(' and ')} then ($*) end)`,
          args,
        ),
  approxCountDistinct: 'count(distinct $1)',
  countIf: 'count(case when $1 then 1 end)',
  sum: total(summed),
  sumDistinct: total('sum(distinct $1)'),
  avg: mean,
  trySum: fitting('sum($1)'),
  tryAvg: mean,
  product: 'product($1)',
  min: 'min($1)',
  max: 'max($1)',
  grouping: 'grouping($*)',
  boolAnd: 'bool_and($1)',
  boolOr: 'bool_or($1)',
  bitAnd: 'bit_and($1)',
  bitOr: 'bit_or($1)',
  bitXor: 'bit_xor($1)',
}
