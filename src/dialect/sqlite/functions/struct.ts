import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { intoJson } from '../items.ts'

export const structSpellings: SpellingsOf<'struct'> = {
  namedStruct: (args, { types }) =>
    fill(
      'json_object($*)',
      args.map((arg, index): Fragment => (index % 2 === 0 ? arg : intoJson(arg, types[index] as SqlType))),
    ),
}
