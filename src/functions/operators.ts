/** What the methods of Column stand for. No faces: `o.total.gt(0)` is the face. */

import { types } from '../plan/type.ts'
import { type ArithmeticOperator, arithmeticType } from '../plan/type-rules.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { any, bool, double, meeting, number, orderable, rest, text, value } from './parameter.ts'

const same = value(meeting(any))
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
for (const name of ['like', 'contains', 'startsWith', 'endsWith'])
  scalar(name, { takes: [words, words], gives: types.boolean })

for (const name of ['plus', 'minus', 'times', 'div', 'mod'] as const satisfies readonly ArithmeticOperator[]) {
  scalar(name, {
    takes: [numeric, numeric],
    gives: ([a, b]) => arithmeticType(name, (a as Argument).type, (b as Argument).type),
    // Division by zero is NULL.
    nulls: name === 'div' || name === 'mod' ? 'always' : 'any',
  })
}

/** NULL for NaN: to fillna and dropna both are missing. */
scalar('nanToNull', { takes: [value(double)], gives: types.double, nulls: 'always' })
