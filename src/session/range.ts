import { describeValue } from '../column/expression-column.ts'
import { InvalidArgument } from '../errors/index.ts'
import type { Relation } from '../plan/relation.ts'
import { integralRange } from '../plan/type-rules.ts'

/** The numbers from `start` up to (with a negative step: down to) but without `end`. @throws InvalidArgument */
export function rangeRelation(start: unknown, end: unknown, step: unknown): Relation {
  const from = whole(start, 'start')
  const to = whole(end, 'end')
  const by = whole(step, 'step')
  if (by === 0n) throw new InvalidArgument('range: a step of 0 leads nowhere')
  const distance = by > 0n ? to - from : from - to
  const size = by > 0n ? by : -by
  return { kind: 'range', start: from, step: by, count: distance > 0n ? (distance + size - 1n) / size : 0n }
}

function whole(value: unknown, what: string): bigint {
  const number = typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value
  const long = integralRange('long')
  if (typeof number === 'bigint' && long && number >= long.min && number <= long.max) return number
  throw new InvalidArgument(`range: ${what} is a whole number, not ${describeValue(value)}`, {
    hint: 'beyond 2^53 give a bigint: 9007199254740993n',
  })
}
