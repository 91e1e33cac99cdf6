/** Reads JSON text into a tree that keeps what JSON.parse loses: digits of numbers, the order of members, and repeated names. */

export type JsonNode =
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly text: string }
  /** `digits` as they were written, or NaN, Infinity and -Infinity. */
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'word'; readonly word: 'true' | 'false' | 'null' }

export type JsonMember = readonly [name: string, value: JsonNode]

/** What a reader lets pass beyond the standard. */
export interface Leniency {
  /** Texts in single quotes. */
  readonly singleQuotes?: boolean
  /** Tabs and line ends as they are inside of texts. */
  readonly controls?: boolean
  /** NaN and Infinity. */
  readonly notFinite?: boolean
  /** Anything behind the document. */
  readonly rest?: boolean
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const NOT_FINITE = /NaN|[+-]?Infinity|[+-]INF/y
const WORD = /true|false|null/y
const SPACE = /[ \t\r\n]*/y
const PLAIN = /[^"'\\\p{Cc}]+/uy
/** What follows a number or word that ends there. */
const END = /[\s,:\]}]|$/y

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** As deep as documents may be. */
const DEEPEST = 1000

/** The document; undefined for what is none. */
export function readJson(text: string, lenient: Leniency = {}): JsonNode | undefined {
  let at = 0
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) at += found.length
    return found
  }
  const skip = (sign: string): boolean => {
    match(SPACE)
    if (text[at] !== sign) return false
    at += 1
    return true
  }
  const ended = (): boolean => {
    END.lastIndex = at
    return END.test(text)
  }

  const string = (): string | undefined => {
    match(SPACE)
    const quote = text[at]
    if (quote !== '"' && !(quote === "'" && lenient.singleQuotes)) return undefined
    let read = ''
    for (at += 1; at < text.length; ) {
      read += match(PLAIN) ?? ''
      const sign = text[at]
      at += 1
      if (sign === quote) return read
      if (sign === '\\') {
        const unescaped = escaped(quote)
        if (unescaped === undefined) return undefined
        read += unescaped
      } else if (sign === undefined || (sign < ' ' && !lenient.controls)) return undefined
      else read += sign
    }
    return undefined
  }

  const escaped = (quote: string): string | undefined => {
    const sign = text[at] ?? ''
    at += 1
    if (sign === "'" && (quote === "'" || lenient.singleQuotes)) return sign
    if (sign !== 'u') return ESCAPES[sign]
    const digits = text.slice(at, at + 4)
    at += 4
    return /^[\da-fA-F]{4}$/.test(digits) ? String.fromCharCode(Number.parseInt(digits, 16)) : undefined
  }

  const list = <T>(close: string, one: () => T | undefined): T[] | undefined => {
    const all: T[] = []
    if (skip(close)) return all
    for (;;) {
      const value = one()
      if (value === undefined) return undefined
      all.push(value)
      if (skip(close)) return all
      if (!skip(',')) return undefined
    }
  }

  const value = (depth: number): JsonNode | undefined => {
    if (depth > DEEPEST) return undefined
    match(SPACE)
    const sign = text[at]
    if (sign === '{') {
      at += 1
      const members = list('}', (): JsonMember | undefined => {
        const name = string()
        if (name === undefined || !skip(':')) return undefined
        const held = value(depth + 1)
        return held && [name, held]
      })
      return members && { kind: 'object', members }
    }
    if (sign === '[') {
      at += 1
      const items = list(']', () => value(depth + 1))
      return items && { kind: 'array', items }
    }
    if (sign === '"' || sign === "'") {
      const read = string()
      return read === undefined ? undefined : { kind: 'string', text: read }
    }
    const word = match(WORD) as 'true' | 'false' | 'null' | undefined
    if (word) return ended() ? { kind: 'word', word } : undefined
    const digits = (lenient.notFinite ? match(NOT_FINITE) : undefined) ?? match(NUMBER)
    return digits !== undefined && ended() ? { kind: 'number', digits: finite(digits) } : undefined
  }

  const root = value(1)
  match(SPACE)
  return lenient.rest || at === text.length ? root : undefined
}

/** One word for each number that is none. */
function finite(digits: string): string {
  if (/^[+-]?INF|^\+/.test(digits)) return digits.startsWith('-') ? '-Infinity' : 'Infinity'
  return digits
}
