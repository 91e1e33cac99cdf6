import type { SpellingsOf } from '../../spelling.ts'

export const hashSpellings: SpellingsOf<'hash'> = {
  md5: "millrace_digest($1, 'md5')",
  sha1: "millrace_digest($1, 'sha1')",
  sha2: 'millrace_sha2($1, $2)',
  crc32: 'millrace_crc32($1)',
}
