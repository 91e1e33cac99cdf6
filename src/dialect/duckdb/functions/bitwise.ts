import { bitsOf } from '../../bits.ts'
import { byType, type SpellingsOf } from '../../spelling.ts'

/** As a string of bits, in the width of the result: DuckDB's numbers do not wrap. */
const shift = (written: (bits: number, type: string) => string) =>
  byType(({ type }) => (type.kind === 'long' ? written(64, 'bigint') : written(32, 'integer')))

export const bitwiseSpellings: SpellingsOf<'bitwise'> = {
  shiftLeft: shift((bits, type) => `($1::${type}::bit << ($2 & ${bits - 1})::integer)::${type}`),
  shiftRight: shift((bits, type) => `($1::${type} >> ($2 & ${bits - 1})::${type})`),
  shiftRightUnsigned: shift((bits, type) => `($1::${type}::bit >> ($2 & ${bits - 1})::integer)::${type}`),
  bitCount: 'bit_count($1::bigint)::integer',
  getbit: byType(
    ({ types }) =>
      `case when $2 between 0 and ${bitsOf(types[0]) - 1} then (($1::bigint >> $2::bigint) & 1)::tinyint when $1 is not null and $2 is not null then ('no bit ' || $2)::tinyint end`,
  ),
}
