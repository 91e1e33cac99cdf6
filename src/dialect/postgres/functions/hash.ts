import { BITS, NIBBLES } from '../../crc32.ts'
import { fill } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, spell, unsupported } from '../../spelling.ts'
import { ofBytes } from '../bytes.ts'

const HINT = 'use md5 or sha2, which every engine has'

const sha2: Spelling = (args, call) => {
  const bits = Number(call.literals[1])
  if (call.literals[1] === undefined)
    return spell(unsupported('sha2 of bits that are no constant', 'PostgreSQL', HINT), args, call)
  if (![0, 224, 256, 384, 512].includes(bits)) return fill('null::text', args)
  return spell(ofBytes(`encode(sha${bits || 256}($1), 'hex')`), args, call)
}

const NIBBLE = '((rest # (get_byte(bytes, at / 2) >> (at % 2 * 4))) & 15)::int'
const CRC32 = `(with recursive given as (select $1 as bytes), steps (at, rest) as (select 0, ${BITS}::bigint from given where bytes is not null union all select at + 1, (array[${NIBBLES}])[${NIBBLE} + 1] # (rest >> 4) from steps, given where at < length(bytes) * 2) select rest # ${BITS} from steps order by at desc limit 1)`

export const hashSpellings: SpellingsOf<'hash'> = {
  md5: 'md5($1)',
  sha1: unsupported('sha1', 'PostgreSQL', HINT),
  sha2,
  crc32: ofBytes(CRC32),
}
