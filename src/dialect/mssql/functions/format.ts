import type { SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

const IN_PROGRAM = 'format the values in the program that reads them'

export const formatSpellings: SpellingsOf<'format'> = {
  formatNumber: refuse('formatNumber', IN_PROGRAM),
  formatString: refuse('formatString', 'put the text together with concat'),
  toChar: refuse('toChar', IN_PROGRAM),
  toNumber: refuse('toNumber', "replace the signs of the format away, then cast: .cast('decimal(12,2)')"),
  tryToNumber: refuse('tryToNumber', "replace the signs of the format away, then tryCast: .tryCast('decimal(12,2)')"),
  mask: refuse('mask', 'replace the characters with translate'),
}
