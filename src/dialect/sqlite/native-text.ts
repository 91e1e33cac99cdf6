import { type Fragment, fill, fragment } from '../fragment.ts'
import { type SpelledCall, type Spelling, spell } from '../spelling.ts'
import { isColumn } from './casts.ts'

type NativeSpelling = (args: readonly Fragment[], call: SpelledCall) => Fragment | undefined

/**
 * A function of ours, or SQLite's own where it means the same: it is several times as fast, and stops at NUL. Only of a
 * bare column, which costs nothing to name again.
 *
 * @param native undefined where SQLite has no such function for these arguments
 * @param reach of how many characters from the first `native` knows all when it has seen them
 */
export const nativeText =
  (ours: Spelling, native: NativeSpelling, reach?: (call: SpelledCall) => number) =>
  (args: readonly Fragment[], call: SpelledCall): Fragment => {
    const safe = spell(ours, args, call)
    const text = args[0] as Fragment
    const fast = isColumn(text) ? native(args, call) : undefined
    if (!fast) return safe
    if (!reach) return fill('case when instr($1, char(0)) = 0 then $2 else $3 end', [text, fast, safe])
    // Characters are counted up to NUL, and to count them is quicker than to look for it.
    return fill('case when length($1) >= $2 or instr($1, char(0)) = 0 then $3 else $4 end', [
      text,
      fragment('?', [BigInt(reach(call))]),
      fast,
      safe,
    ])
  }
