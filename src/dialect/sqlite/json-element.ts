import type { SqlType } from '../../plan/type.ts'
import { isIntegral, isNumeric } from '../../plan/type-rules.ts'
import { type Fragment, fill } from '../fragment.ts'
import { isNested } from '../nested.ts'
import { computedInteger } from './casts.ts'

/** A value as an argument of SQLite's makers of JSON, in the form of stored values: one text for one value. */
export function jsonElement(value: Fragment, type: SqlType): Fragment {
  if (type.kind === 'boolean') return fill("json(case $1 when 1 then 'true' when 0 then 'false' end)", [value])
  if (type.kind === 'binary') return fill('case when $1 is not null then lower(hex($1)) end', [value])
  if (type.kind === 'json' || isNested(type)) return fill('json($1)', [value])
  if (isIntegral(type)) return computedInteger(value, type)
  return isNumeric(type) ? fill('json(millrace_json_real($1))', [value]) : value
}
