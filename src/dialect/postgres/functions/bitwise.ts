import { bitsOf } from '../../bits.ts'
import { byType, type SpellingsOf } from '../../spelling.ts'

/** In the width of the result, and by no more bits than it has. */
const shift = (written: (bits: number, type: string) => string) =>
  byType(({ type }) => (type.kind === 'long' ? written(64, 'bigint') : written(32, 'integer')))

export const bitwiseSpellings: SpellingsOf<'bitwise'> = {
  shiftLeft: shift((bits, type) => `($1::${type} << ($2 & ${bits - 1})::integer)`),
  shiftRight: shift((bits, type) => `($1::${type} >> ($2 & ${bits - 1})::integer)`),
  shiftRightUnsigned: shift((bits, type) => `($1::${type}::bit(${bits}) >> ($2 & ${bits - 1})::integer)::${type}`),
  bitCount: byType(({ types }) =>
    types[0]?.kind === 'boolean' ? '$1::integer' : 'bit_count($1::bigint::bit(64))::integer',
  ),
  getbit: byType(
    ({ types }) =>
      `case when $2 between 0 and ${bitsOf(types[0]) - 1} then (($1::bigint >> $2::integer) & 1)::smallint when $1 is not null and $2 is not null then ('no bit ' || $2)::smallint end`,
  ),
}
