import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { typed } from '../casts.ts'
import { intoJson, jsonOf } from '../items.ts'

export const structSpellings: SpellingsOf<'struct'> = {
  namedStruct: (args, { type, types }) => {
    const json = jsonOf(type) ?? 'jsonb'
    const members = args.map((arg, index): Fragment => {
      return index % 2 === 0 ? typed(arg, 'text') : intoJson(arg, types[index] as SqlType, json)
    })
    return fill(`${json}_build_object($*)`, members)
  },
}
