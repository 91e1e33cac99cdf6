import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { jsonElement } from '../json-element.ts'

export const structSpellings: SpellingsOf<'struct'> = {
  namedStruct: (args, { types }) =>
    fill(
      'json_object($*)',
      args.map((arg, index): Fragment => (index % 2 === 0 ? arg : jsonElement(arg, types[index] as SqlType))),
    ),
}
