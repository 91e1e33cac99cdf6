/** URLs as Java reads them (RFC 2396 with its deviations), in regular expressions that PostgreSQL, RE2 and JavaScript share. */
import { type Fragment, fill, fragment } from './fragment.ts'
import type { Spelling } from './spelling.ts'

/** A character by its code point, as the expression's dialect writes it. */
export type WrittenPoint = (code: number) => string

const UNRESERVED = "A-Za-z0-9_!.~'()*"
const ESCAPED = '%[0-9A-Fa-f][0-9A-Fa-f]'

const BYTE = '0*(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[0-9]?[0-9])'
const IPV4 = `${BYTE}(?:\\.${BYTE}){3}`
const GROUP = '[0-9A-Fa-f]{1,4}'

/** Eight groups, or fewer around a double colon. The last two may be written as bytes. */
const IPV6 = [
  `(?:${GROUP}:){7}${GROUP}`,
  `(?:${GROUP}:){6}${IPV4}`,
  ...Array.from({ length: 8 }, (_, left) => {
    const right = 7 - left
    const begun = left === 0 ? ':' : `(?:${GROUP}:){${left}}`
    const ends = [
      ...(right >= 1 ? [`${GROUP}(?::${GROUP}){0,${right - 1}}`] : []),
      ...(right >= 2 ? [`(?:${GROUP}:){0,${right - 2}}${IPV4}`] : []),
    ]
    return ends.length === 0 ? `${begun}:` : `${begun}:(?:${ends.join('|')})?`
  }),
].join('|')

const REST_OF_LABEL = '(?:[A-Za-z0-9-]*[A-Za-z0-9])?'
const LABEL = `[A-Za-z0-9]${REST_OF_LABEL}`
/** The last of several labels starts with a letter. */
const NAME = `(?:${LABEL}\\.)*[A-Za-z]${REST_OF_LABEL}\\.?|${LABEL}\\.?`
const HOST = `\\[(?:${IPV6})(?:%[A-Za-z0-9_.]+)?\\]|${IPV4}|${NAME}`
const PORT = '(?::0*1?[0-9]{0,9})?'

const SCHEME = '(?:[^:/?#]+:)?'
const BEHIND = '(?:[/?#]|$)'

/** What a URL is, and where its parts stand in one. */
export interface UrlPatterns {
  readonly valid: string
  /** Without path and query: something else than a slash stands behind the scheme. */
  readonly opaque: string
  /** The pattern whose group is the part. */
  readonly parts: Readonly<Record<string, string>>
  /** The value of a key, in a query. */
  readonly value: (key: string) => string
}

export function urlPatterns(point: WrittenPoint): UrlPatterns {
  const range = (from: number, to: number) => `${point(from)}-${point(to)}`
  // Neither ASCII nor control characters nor spaces.
  const other = `[^${range(0, 0xa0)}${point(0x1680)}${range(0x2000, 0x200a)}${point(0x2028)}${point(0x2029)}${point(0x202f)}${point(0x205f)}${point(0x3000)}]`
  const of = (characters: string) => `(?:[${UNRESERVED}${characters}-]|${ESCAPED}|${other})`
  const any = of(';/?:@&=+$,\\[\\]')
  const path = of(':@&=+$,;/')
  const registered = of('$,;:@&=+')
  const user = of(';:&=+$,')
  const authority = `(?:(?:${user}*@)?(?:${HOST})${PORT}|${registered}+)`
  const query = `(?:\\?${any}*)?`
  // Two slashes begin an authority, which may be empty where something stands behind it.
  const behindSlashes = `//(?:${authority}(?:/${path}*)?${query}|/${path}*${query}|\\?${any}*)`
  const rooted = `(?:${behindSlashes}|/(?:${of(':@&=+$,;')}${path}*)?${query})`
  const relative = `(?:${of('@&=+$,;')}+(?:/${path}*)?)?${query}`
  const opaque = `${of(';?:@&=+$,\\[\\]')}${any}*`
  // An authority that is empty, and nothing but a fragment behind it.
  const bare = '//'
  const scheme = '[A-Za-z][A-Za-z0-9+.-]*:'
  return {
    valid: `^(?:(?:(?:${scheme})?${rooted}|${scheme}${opaque}|${relative})(?:#${any}*)?|(?:${scheme})?${bare}#${any}*)$`,
    opaque: '^[^:/?#]+:[^/]',
    parts: {
      PROTOCOL: '^([^:/?#]+):',
      AUTHORITY: `^${SCHEME}//([^/?#]+)`,
      USERINFO: `^${SCHEME}//([^@/?#]*)@(?:${HOST})${PORT}${BEHIND}`,
      HOST: `^${SCHEME}//(?:[^@/?#]*@)?(${HOST})${PORT}${BEHIND}`,
      PATH: `^${SCHEME}(?://[^/?#]*)?([^?#]*)`,
      QUERY: '^[^?#]*\\?([^#]*)',
      REF: '#([^#]*)$',
      FILE: `^${SCHEME}(?://[^/?#]*)?([^#]*)`,
    },
    value: (key) => `(?:^|&)${key}=([^&]*)`,
  }
}

/** Parts that an opaque URL does not have. */
export const HIERARCHICAL: ReadonlySet<unknown> = new Set(['PATH', 'QUERY', 'FILE'])

/** How a dialect says what is done with a text `$1` and a pattern `$2`. */
interface PatternWords {
  readonly point: WrittenPoint
  readonly bound: (text: string) => Fragment
  readonly matches: string
  /** The group of the pattern; NULL where it does not match. */
  readonly found: string
  /** What raises because of `$1`. */
  readonly none: string
}

/** A part of a URL, or of the query the value of a key; what is no URL raises, or is NULL. */
export const urlPart =
  ({ point, bound, matches, found, none }: PatternWords, onError: 'raise' | 'null'): Spelling =>
  ([url], { literals: [, part, key] }) => {
    const patterns = urlPatterns(point)
    const find = (text: Fragment, pattern: string) => fill(found, [text, bound(pattern)])
    const whole = find(url as Fragment, patterns.parts[String(part)] as string)
    const value = part === 'QUERY' ? find(whole, patterns.value(String(key))) : fragment('null')
    const wanted = key === undefined ? whole : value
    const present = HIERARCHICAL.has(part)
      ? fill(`case when not ${matches} then $3 end`, [url as Fragment, bound(patterns.opaque), wanted])
      : wanted
    const otherwise = onError === 'raise' ? ` when $1 is not null then ${none}` : ''
    return fill(`case when ${matches} then $3${otherwise} end`, [url as Fragment, bound(patterns.valid), present])
  }
