/** Aggregates of whole numbers, to the last digit. */
import { ValueOutOfRange } from '../../errors/index.ts'
import { integralRange } from '../../plan/type-rules.ts'
import type { SqliteAggregate } from './aggregates.ts'
import type { SqliteValue } from './functions.ts'
import { mergeable } from './sliding.ts'

const LONG = integralRange('long') as { min: bigint; max: bigint }

/** An integer that overflowed on the way here is a REAL. */
function whole(value: SqliteValue): bigint {
  if (typeof value === 'bigint') return value
  throw new ValueOutOfRange(`integer overflow: ${String(value)} is no long`)
}

const bits = (name: string, merge: (a: bigint, b: bigint) => bigint): readonly SqliteAggregate[] =>
  mergeable<bigint>({
    name,
    of: (value = null) => (value === null ? undefined : whole(value)),
    merge,
    result: (all) => (all === undefined || all < LONG.min || all > LONG.max ? null : all),
  })

export const bitAggregates: readonly SqliteAggregate[] = [
  ...bits('bit_and', (a, b) => a & b),
  ...bits('bit_or', (a, b) => a | b),
  ...bits('bit_xor', (a, b) => a ^ b),
  // NULL where the sum does not fit: the numbers on the way to it may be of any size.
  ...bits('try_sum', (a, b) => a + b),
]
