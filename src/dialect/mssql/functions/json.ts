import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

/** SQL Server's own functions read JSON more strictly, cut long texts and write numbers as they stood there. */
const one = (name: string): Spelling => refuse(name, 'use JSON_VALUE and OPENJSON in session.sql')

export const jsonSpellings: SpellingsOf<'json'> = {
  fromJson: one('fromJson'),
  getJsonObject: one('getJsonObject'),
  jsonArrayLength: one('jsonArrayLength'),
  jsonMember: one('jsonTuple'),
  jsonObjectKeys: one('jsonObjectKeys'),
  toJson: one('toJson'),
}
