import { fill } from '../../fragment.ts'
import { byType, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'
import { COLLATION } from '../text.ts'

/** Of bytes; a text's are those of its UTF-8. Style 2 writes two digits a byte, and no prefix. */
const digest = (algorithm: string): Spelling =>
  byType(({ types }) => {
    const bytes = types[0]?.kind === 'binary' ? '$1' : `cast($1 collate ${COLLATION} as varchar(max))`
    return `lower(convert(varchar(128), hashbytes('${algorithm}', ${bytes}), 2))`
  })

const sha2 = byType(({ literals }) => {
  const bits = literals[1] === undefined ? undefined : Number(literals[1])
  if (bits === 0 || bits === 256) return digest('SHA2_256')
  if (bits === 512) return digest('SHA2_512')
  if (bits === undefined || bits === 224 || bits === 384)
    return refuse('sha2 of other bits than 256 and 512', 'use sha2(column, 256)')
  return (args) => fill('cast(null as varchar(128))', args)
})

export const hashSpellings: SpellingsOf<'hash'> = {
  md5: digest('MD5'),
  sha1: digest('SHA1'),
  sha2,
  crc32: refuse('crc32', 'use md5 or sha2, which every engine has'),
}
