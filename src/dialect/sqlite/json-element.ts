import type { SqlType } from '../../plan/type.ts'
import { type Fragment, fill } from '../fragment.ts'
import { isNested } from '../nested.ts'

/** A value as it stands inside of a JSON document. Not NULL. */
export function jsonElement(value: Fragment, type: SqlType): Fragment {
  if (type.kind === 'boolean') return fill("json(case when $1 then 'true' else 'false' end)", [value])
  if (type.kind === 'binary') return fill('lower(hex($1))', [value])
  return type.kind === 'json' || isNested(type) ? fill('json($1)', [value]) : value
}
