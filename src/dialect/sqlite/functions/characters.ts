import { type Fragment, fill } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { sqliteCast } from '../casts.ts'

/** Of bytes by a function of ours; anything else is valid text already. */
const utf8 =
  (ofBytes: string): Spelling =>
  ([operand], { types: [type] }) =>
    type?.kind === 'binary'
      ? fill(ofBytes, [operand as Fragment])
      : sqliteCast(operand as Fragment, type ?? { kind: 'string' }, { kind: 'string' }, 'raise')

export const charactersSpellings: SpellingsOf<'characters'> = {
  ascii: 'millrace_ascii($1)',
  chr: 'millrace_chr($1)',
  octetLength: 'octet_length($1)',
  bitLength: (args) => fill('octet_length($1) * 8', args, 60),
  isValidUtf8: ([operand], { types: [type] }) =>
    type?.kind === 'binary'
      ? fill('case when $1 is not null then millrace_utf8($1, 0) is not null end', [operand as Fragment])
      : fill('case when $1 is not null then 1 end', [operand as Fragment]),
  makeValidUtf8: utf8('millrace_utf8($1, 1)'),
  validateUtf8: utf8('millrace_utf8($1, 2)'),
  tryValidateUtf8: utf8('millrace_utf8($1, 0)'),
}
