import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'

/** A type as our functions read it. */
const bound = (type: SqlType): Fragment => fragment('?', [JSON.stringify(type)])

export const jsonSpellings: SpellingsOf<'json'> = {
  fromJson: ([text], { type }) => fill('millrace_from_spark_json($1, $2)', [text as Fragment, bound(type)]),
  getJsonObject: 'millrace_get_json_object($1, $2)',
  jsonArrayLength: 'millrace_json_array_length($1)',
  jsonMember: 'millrace_json_member($1, $2)',
  jsonObjectKeys: 'millrace_json_object_keys($1)',
  toJson: ([value], { types }) =>
    fill('millrace_to_spark_json($1, $2)', [value as Fragment, bound(types[0] as SqlType)]),
}
