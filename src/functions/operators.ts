/** What the methods of Column stand for. No faces: `o.total.gt(0)` is the face. */

import { InvalidArgument } from '../errors/index.ts'
import { type SqlType, types } from '../plan/type.ts'
import { type ArithmeticOperator, arithmeticType, decimalTypeOf, isIntegral } from '../plan/type-rules.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { holder, itemType } from './items.ts'
import {
  any,
  bool,
  bytes,
  comparable,
  double,
  integer,
  meeting,
  number,
  orderable,
  rest,
  text,
  value,
} from './parameter.ts'

const same = value(meeting(comparable))
const ordered = value(meeting(orderable))
const numeric = value(number)
const condition = value(bool)
const words = value(text)

for (const name of ['eq', 'ne']) scalar(name, { takes: [same, same], gives: types.boolean })
for (const name of ['gt', 'gte', 'lt', 'lte']) scalar(name, { takes: [ordered, ordered], gives: types.boolean })
scalar('eqNullSafe', { takes: [same, same], gives: types.boolean, nulls: 'never' })
scalar('between', { takes: [ordered, ordered, ordered], gives: types.boolean })
for (const name of ['isNull', 'isNotNull']) scalar(name, { takes: [value(any)], gives: types.boolean, nulls: 'never' })
for (const name of ['and', 'or']) scalar(name, { takes: [condition, rest(condition)], gives: types.boolean })
for (const name of ['contains', 'rlike']) scalar(name, { takes: [words, words], gives: types.boolean })
for (const name of ['startsWith', 'endsWith']) {
  scalar(name, { takes: [value(meeting(bytes)), value(meeting(bytes))], gives: types.boolean })
}
for (const name of ['like', 'ilike']) {
  scalar(name, {
    takes: [words, words],
    gives: ([, pattern]) => {
      if (typeof pattern?.literal === 'string') checkPattern(pattern.literal)
      return types.boolean
    },
  })
}

/** Engines disagree about a stroke before any other character, so that it means nothing here. @throws InvalidArgument */
function checkPattern(pattern: string): void {
  const stray = /^(?:[^\\]|\\[\\%_])*(\\(?:[^\\%_]|$))/u.exec(pattern)?.[1]
  if (stray === undefined) return
  throw new InvalidArgument(
    `like: ${JSON.stringify(pattern)} is no pattern: \\ stands before %, _ or another \\ alone`,
    {
      hint: 'for the character itself write it twice',
    },
  )
}

for (const name of ['plus', 'minus', 'times', 'div', 'mod'] as const satisfies readonly ArithmeticOperator[]) {
  scalar(name, {
    takes: [numeric, numeric],
    gives: ([a, b]) => {
      const [left, right] = [a as Argument, b as Argument]
      return arithmeticType(name, besideDecimal(left, right.type), besideDecimal(right, left.type))
    },
    // Division by zero is NULL.
    nulls: name === 'div' || name === 'mod' ? 'always' : 'any',
  })
}

for (const name of ['bitwiseAND', 'bitwiseOR', 'bitwiseXOR']) {
  scalar(name, { takes: [value(meeting(integer)), value(meeting(integer))], gives: 0 })
}

/** What an array, map, struct or document holds at a place; NULL where it holds nothing there. */
scalar('getItem', {
  takes: [holder, value(any)],
  gives: ([from, key]) => itemType(from as Argument, key as Argument),
  nulls: 'always',
})

/** A double in [0, 1) of 52 bits, from the MD5 digest of a text: the same on every engine. */
scalar('fraction', { takes: [value(text)], gives: types.double })

/** An aggregate (its name) of the rows that stand in lists, one for each of its arguments that is no constant. */
scalar('ofFrame', { takes: [value(text), rest(value(any))], gives: types.void, nulls: 'always' })

/** NULL for NaN: to fillna and dropna both are missing. */
scalar('nanToNull', { takes: [value(double)], gives: types.double, nulls: 'always' })
/** A whole number written into the program takes, beside a decimal, no more digits than it has. */
function besideDecimal({ type, literal }: Argument, other: SqlType): SqlType {
  if (other.kind !== 'decimal' || !isIntegral(type)) return type
  const whole = typeof literal === 'number' || typeof literal === 'bigint' || typeof literal === 'string'
  return whole ? (decimalTypeOf(String(literal)) ?? type) : type
}
