import { type Fragment, fragment, joinFragments } from '../../fragment.ts'
import { quoted } from '../../shared.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { duckdbDdl } from '../ddl.ts'

export const structSpellings: SpellingsOf<'struct'> = {
  // Names are part of the type there, and no values.
  namedStruct: (args, { literals }) => {
    const fields = args.flatMap((arg, index): Fragment[] =>
      index % 2 === 0 ? [] : [{ ...arg, sql: `${quoted(duckdbDdl, String(literals[index - 1]))} := ${arg.sql}` }],
    )
    return joinFragments([fragment('struct_pack('), joinFragments(fields, ', '), fragment(')')], '')
  },
}
