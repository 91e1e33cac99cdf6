import { bitsOf } from '../../bits.ts'
import { byType, type Spelling, type SpellingsOf } from '../../spelling.ts'

/** In the width of the result, round which counts go. */
const shift = (written: (number: string, count: string) => string): Spelling =>
  byType(({ type }) =>
    type.kind === 'long' ? written('cast($1 as bigint)', '$2 & 63') : written('cast($1 as int)', '$2 & 31'),
  )

export const bitwiseSpellings: SpellingsOf<'bitwise'> = {
  shiftLeft: shift((number, count) => `left_shift(${number}, ${count})`),
  // Its own moves zeros in: into a number turned over, and back.
  shiftRight: shift(
    (number, count) =>
      `case when $1 < 0 then ~right_shift(~${number}, ${count}) else right_shift(${number}, ${count}) end`,
  ),
  shiftRightUnsigned: shift((number, count) => `right_shift(${number}, ${count})`),
  bitCount: 'bit_count(cast($1 as bigint))',
  getbit: byType(
    ({ types }) =>
      `case when $2 between 0 and ${bitsOf(types[0]) - 1} then cast(get_bit(cast($1 as bigint), $2) as smallint) when $1 is not null and $2 is not null then cast(N'no bit ' + cast($2 as nvarchar(20)) as smallint) end`,
  ),
}
