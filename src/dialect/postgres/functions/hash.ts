import { fill } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, spell, unsupported } from '../../spelling.ts'

const HINT = 'use md5 or sha2, which every engine has'

/** A function of bytes; a text stands for those of its UTF-8. */
const ofBytes =
  (template: string): Spelling =>
  (args, { types }) =>
    fill(template, [...(types[0]?.kind === 'string' ? [fill("convert_to($1, 'UTF8')", args)] : args)])

const sha2: Spelling = (args, call) => {
  const bits = Number(call.literals[1])
  if (call.literals[1] === undefined)
    return spell(unsupported('sha2 of bits that are no constant', 'PostgreSQL', HINT), args, call)
  if (![0, 224, 256, 384, 512].includes(bits)) return fill('null::text', args)
  return spell(ofBytes(`encode(sha${bits || 256}($1), 'hex')`), args, call)
}

export const hashSpellings: SpellingsOf<'hash'> = {
  md5: 'md5($1)',
  sha1: unsupported('sha1', 'PostgreSQL', HINT),
  sha2,
  crc32: unsupported('crc32', 'PostgreSQL', HINT),
}
