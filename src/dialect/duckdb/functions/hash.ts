import { fill } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, spell, unsupported } from '../../spelling.ts'

const sha2: Spelling = (args, call) => {
  const bits = call.literals[1]
  if (bits !== undefined && ![0, 224, 256, 384, 512].includes(Number(bits))) return fill('null::varchar', args)
  if (bits !== undefined && [0, 256].includes(Number(bits))) return fill('sha256($1)', args)
  return spell(unsupported('sha2 of other bits than 256', 'DuckDB', 'use sha2(column, 256)'), args, call)
}

export const hashSpellings: SpellingsOf<'hash'> = {
  md5: 'md5($1)',
  sha1: 'sha1($1)',
  sha2,
  crc32: unsupported('crc32', 'DuckDB', 'use md5 or sha2, which every engine has'),
}
