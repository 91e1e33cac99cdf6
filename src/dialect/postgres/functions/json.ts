import { parsePath } from '../../../functions/json/path.ts'
import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { documentIn } from '../json/document.ts'
import { findJson, lone } from '../json/find.ts'
import { fromJsonText } from '../json/from-json.ts'
import { toJsonText } from '../json/to-json.ts'

/** A query over the document in a text, which is read once. */
const ofDocument = (text: Fragment, written: Fragment): Fragment =>
  fill('(select $2 from (select $1 as document) as read)', [documentIn(text, false), written])

const DOCUMENT: Fragment = { sql: 'document', bindings: [], rank: 100 }

const getJsonObject: Spelling = ([text], { literals }) => {
  const path = parsePath(String(literals[1]))
  return path ? ofDocument(text as Fragment, findJson(DOCUMENT, path)) : fill('null::text', [])
}

/** The last member of a name counts. */
const jsonMember: Spelling = ([text, name]) => {
  const member = fill("case when json_typeof(document) = 'object' then document -> $1 end", [name as Fragment])
  return fill("(select $2 from (select $1 as member) as held where json_typeof(member) <> 'null')", [
    ofDocument(text as Fragment, member),
    lone({ ...DOCUMENT, sql: 'member' }),
  ])
}

export const jsonSpellings: SpellingsOf<'json'> = {
  fromJson: ([text], { type }) => fromJsonText(text as Fragment, type),
  getJsonObject,
  jsonArrayLength: ([text]) =>
    ofDocument(
      text as Fragment,
      fill("case when json_typeof(document) = 'array' then json_array_length(document) end", []),
    ),
  jsonMember,
  jsonObjectKeys: ([text]) =>
    ofDocument(
      text as Fragment,
      fill(
        "case when json_typeof(document) = 'object' then array(select key from json_each(document) with ordinality as member(key, value, place) order by place) end",
        [],
      ),
    ),
  toJson: ([value], { types }) => toJsonText(value as Fragment, types[0] as SqlType),
}
