import type { Dialect } from '../dialect/dialect.ts'
import { type Fragment, fragment, RANK } from '../dialect/fragment.ts'
import { quoted } from '../dialect/shared.ts'

/** What a select list of the user's own may call the frame that it reads. */
const FRAME = 'frame'

/** A query of the user's own texts over a query of ours. */
export function printTexts(texts: readonly string[], inner: Fragment, { ddl }: Dialect): Fragment {
  const list = texts.map(asWritten).join(', ')
  return fragment(`select ${list} from (${inner.sql}) as ${quoted(ddl, FRAME)}`, inner.bindings, RANK.query)
}

/** A question mark is none of ours, and a comment ends before what we write behind it. */
function asWritten(text: string): string {
  const escaped = text.replaceAll('?', '\\?')
  return escaped.includes('--') ? `${escaped}\n` : escaped
}
