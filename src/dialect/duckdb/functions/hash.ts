import { BITS, NIBBLES } from '../../crc32.ts'
import { fill } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, spell, unsupported } from '../../spelling.ts'

const sha2: Spelling = (args, call) => {
  const bits = call.literals[1]
  if (bits !== undefined && ![0, 224, 256, 384, 512].includes(Number(bits))) return fill('null::varchar', args)
  if (bits !== undefined && [0, 256].includes(Number(bits))) return fill('sha256($1)', args)
  return spell(unsupported('sha2 of other bits than 256', 'DuckDB', 'use sha2(column, 256)'), args, call)
}

/** The bytes as numbers of half a byte each, the lower half first. */
const HALVES =
  "list_transform(regexp_extract_all(regexp_replace(hex($1), '(.)(.)', '\\2\\1', 'g'), '.'), lambda digit: strpos('123456789ABCDEF', digit))"

export const hashSpellings: SpellingsOf<'hash'> = {
  md5: 'md5($1)',
  sha1: 'sha1($1)',
  sha2,
  crc32: `case when $1 is not null then xor(list_reduce(${HALVES}, lambda rest, half: xor([${NIBBLES}][(xor(rest, half) & 15) + 1], rest >> 4), ${BITS}), ${BITS}) end`,
}
