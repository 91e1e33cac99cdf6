import { javascriptPattern } from '../../dialect/regex/javascript.ts'
import { MillraceError, ValueOutOfRange } from '../../errors/index.ts'
import { checkRepetitions } from '../../functions/regex/beginning.ts'
import { parsePattern } from '../../functions/regex/parse.ts'
import type { ParsedPattern } from '../../functions/regex/pattern.ts'
import { parseReplacement, type Replacement } from '../../functions/regex/replacement.ts'
import type { SqliteFunction, SqliteValue } from './functions.ts'
import { compiledOnce } from './patterns.ts'
import { asText, characters, strict } from './strict.ts'

interface Compiled {
  readonly parsed: ParsedPattern
  readonly first: RegExp
  readonly all: RegExp
}

/** What cannot be read in data is an error of a value. */
function inData<R>(read: () => R): R {
  try {
    return read()
  } catch (error) {
    if (error instanceof MillraceError) throw new ValueOutOfRange(error.message, { cause: error })
    throw error
  }
}

const compiled = compiledOnce((pattern): Compiled => {
  const parsed = inData(() => parsePattern(pattern))
  const { source, flags } = javascriptPattern(parsed)
  return { parsed, first: new RegExp(source, flags), all: new RegExp(source, `${flags}g`) }
})

/** A pattern whose matches count. */
const matching = compiledOnce((pattern): Compiled => {
  const expression = compiled(pattern)
  inData(() => checkRepetitions(expression.parsed))
  return expression
})

/** A group of a match; empty where it took no part. */
function groupOf(match: RegExpMatchArray, group: SqliteValue, { parsed }: Compiled): string {
  const index = Number(group)
  if (index <= parsed.groups) return match[index] ?? ''
  throw new ValueOutOfRange(
    `there is no group ${index} in ${JSON.stringify(parsed.source)}, which has ${parsed.groups}`,
  )
}

const place = (text: string, index: number): bigint => BigInt(characters(text.slice(0, index)).length + 1)

function replaceAll(text: string, { all }: Compiled, replacement: Replacement): string {
  return text.replace(all, (...match: unknown[]) =>
    replacement.map((part) => (typeof part === 'number' ? ((match[part] as string | undefined) ?? '') : part)).join(''),
  )
}

/** Parts between matches; a match of nothing at the start parts nothing. */
function split(text: string, { parsed, all }: Compiled, limit: number): string[] {
  if (parsed.source === '') {
    const each = text === '' ? [''] : characters(text)
    return limit > 0 && each.length > limit ? [...each.slice(0, limit - 1), each.slice(limit - 1).join('')] : each
  }
  const parts: string[] = []
  let from = 0
  for (const match of text.matchAll(all)) {
    if (limit > 0 && parts.length === limit - 1) break
    const end = match.index + match[0].length
    if (end === 0) continue
    parts.push(text.slice(from, match.index))
    from = end
  }
  return [...parts, text.slice(from)]
}

export const partsOf = (text: string, pattern: string, limit: number): string[] => split(text, matching(pattern), limit)

/** Regular expressions as Java reads them. */
export const regexFunctions: readonly SqliteFunction[] = [
  strict('rlike', (text, pattern) => (compiled(asText(pattern)).first.test(asText(text)) ? 1n : 0n)),
  strict('regexp_count', (text, pattern) => BigInt([...asText(text).matchAll(matching(asText(pattern)).all)].length)),
  strict('regexp_instr', (text, pattern) => {
    const found = matching(asText(pattern)).first.exec(asText(text))
    return found ? place(asText(text), found.index) : 0n
  }),
  strict('regexp_substr', (text, pattern) => matching(asText(pattern)).first.exec(asText(text))?.[0] ?? null),
  strict('regexp_extract', (text, pattern, group = 1n) => {
    const expression = matching(asText(pattern))
    const found = expression.first.exec(asText(text))
    return found ? groupOf(found, group, expression) : ''
  }),
  strict('regexp_extract_all', (text, pattern, group = 1n) => {
    const expression = matching(asText(pattern))
    return JSON.stringify(
      Array.from(asText(text).matchAll(expression.all), (found) => groupOf(found, group, expression)),
    )
  }),
  strict('regexp_replace', (text, pattern, replacement) => {
    const expression = matching(asText(pattern))
    const parts = inData(() => parseReplacement(asText(replacement), expression.parsed, 'regexpReplace'))
    return replaceAll(asText(text), expression, parts)
  }),
  strict('split', (text, pattern, limit = -1n) =>
    JSON.stringify(partsOf(asText(text), asText(pattern), Number(limit))),
  ),
]
