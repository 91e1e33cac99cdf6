import { parsePath } from '../../../functions/json/path.ts'
import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { documentIn, named } from '../json/document.ts'
import { findJson, lone } from '../json/find.ts'
import { fromJsonText } from '../json/from-json.ts'
import { toJsonText } from '../json/to-json.ts'

const DOCUMENT = fragment('document')

/** What is written of the document in a text, which is read once. */
const ofDocument = (text: Fragment, written: Fragment): Fragment => named('document', documentIn(text, false), written)

const getJsonObject: Spelling = ([text], { literals }) => {
  const path = parsePath(String(literals[1]))
  return path ? ofDocument(text as Fragment, findJson(DOCUMENT, path)) : fragment('null::varchar')
}

/** The last member of a name counts. */
const jsonMember: Spelling = ([text, name]) => {
  const member = fill(
    "list_filter(list_zip(json_keys(document), json_extract(document, '$.*')), lambda member: member[1] = $1)[-1][2]",
    [name as Fragment],
  )
  const written = fill("case when json_type(member) <> 'NULL' then $1 end", [lone(fragment('member'))])
  return ofDocument(
    text as Fragment,
    fill("case when json_type(document) = 'OBJECT' then $1 end", [named('member', member, written)]),
  )
}

export const jsonSpellings: SpellingsOf<'json'> = {
  fromJson: ([text], { type }) => fromJsonText(text as Fragment, type),
  getJsonObject,
  jsonArrayLength: ([text]) =>
    ofDocument(
      text as Fragment,
      fragment("case when json_type(document) = 'ARRAY' then json_array_length(document)::int end"),
    ),
  jsonMember,
  jsonObjectKeys: ([text]) =>
    ofDocument(text as Fragment, fragment("case when json_type(document) = 'OBJECT' then json_keys(document) end")),
  toJson: ([value], { types }) => toJsonText(value as Fragment, types[0] as SqlType),
}
