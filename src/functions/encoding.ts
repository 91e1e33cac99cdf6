/** Text and bytes as each other: Base64, character sets, URLs. */
import type { Like, Result } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import type { Text } from '../column/values.ts'
import { InvalidArgument } from '../errors/index.ts'
import { types } from '../plan/type.ts'
import { scalar } from './define.ts'
import { binary, bytes, optional, text, word, written } from './parameter.ts'

type Texts = ColumnOf<Text | null>
type ToText = <C extends Texts>(text: C) => Result<C, string>
/** NULL also for what is none. */
type Tried<V> = <C extends Texts>(text: C) => Like<C, V | null>

/**
 * Bytes, or a text's UTF-8 bytes, in Base64: lines of 76 characters, parted by CR and LF.
 *
 * @example base64(f.content)
 */
export const base64: <C extends ColumnOf<Text | Uint8Array | null>>(column: C) => Result<C, string> = scalar('base64', {
  takes: [bytes],
  gives: types.string,
})
/**
 * The bytes that Base64 stands for. Characters that are none of its 65 are passed over; what breaks off raises.
 *
 * @example unbase64(f.encoded) // 'w6k=' → the bytes C3 A9
 */
export const unbase64: <C extends Texts>(text: C) => Result<C, Uint8Array> = scalar('unbase64', {
  takes: [text],
  gives: types.binary,
})

/** Sets of characters that every engine knows. */
export type Charset = 'UTF-8' | 'US-ASCII' | 'ISO-8859-1'
const charset = word('UTF-8', 'US-ASCII', 'ISO-8859-1')

/** The bytes of a text in a set of characters; a character that is none of it raises. @example encode(c.name, 'UTF-8') */
export const encode: <C extends Texts>(text: C, charset: Charset) => Result<C, Uint8Array> = scalar('encode', {
  takes: [text, charset],
  gives: types.binary,
})
/** The text of bytes in a set of characters; bytes that are none of it raise. @example decode(f.content, 'UTF-8') */
export const decode: <C extends ColumnOf<Uint8Array | null>>(bytes: C, charset: Charset) => Result<C, string> = scalar(
  'decode',
  { takes: [binary, charset], gives: types.string },
)

/** How text stands for bytes: hexadecimal digits, itself in UTF-8, or Base64. */
export type BinaryFormat = 'hex' | 'utf-8' | 'utf8' | 'base64'
const format = optional(word('hex', 'utf-8', 'utf8', 'base64'))
type ToBinary<V> = <C extends Texts>(text: C, format?: BinaryFormat) => Like<C, V | null>

/**
 * The bytes that a text stands for, as hexadecimal digits (the default), in UTF-8 or in Base64. What is none raises; unlike
 * `unbase64` it takes nothing but white space between the characters.
 *
 * @example toBinary(f.digits) // 'abc' → the bytes 0A BC
 * @example toBinary(f.encoded, 'base64')
 */
export const toBinary: <C extends Texts>(text: C, format?: BinaryFormat) => Result<C, Uint8Array> = scalar('toBinary', {
  takes: [text, format],
  gives: types.binary,
})
/** `toBinary`, but NULL for what is none. @example tryToBinary(f.encoded, 'base64') */
export const tryToBinary: ToBinary<Uint8Array> = scalar('tryToBinary', {
  takes: [text, format],
  gives: types.binary,
  nulls: 'always',
})

/** A text as it stands in a form's address: a space as `+`, other than letters, digits and `.-*_` as `%` and two digits a byte. */
export const urlEncode: ToText = scalar('urlEncode', { takes: [text], gives: types.string })
/** What `urlEncode` made of a text, turned back; a `%` without two digits raises. @example urlDecode(v.query) // 'a%20b+c' → 'a b c' */
export const urlDecode: ToText = scalar('urlDecode', { takes: [text], gives: types.string })
/** `urlDecode`, but NULL where a `%` has no two digits behind it. @example tryUrlDecode(v.query) */
export const tryUrlDecode: Tried<string> = scalar('tryUrlDecode', {
  takes: [text],
  gives: types.string,
  nulls: 'always',
})

const URL_PARTS = ['QUERY', 'PROTOCOL', 'AUTHORITY', 'USERINFO', 'HOST', 'PATH', 'REF', 'FILE'] as const
/** Parts of a URL; FILE is path and query. */
export type UrlPart = (typeof URL_PARTS)[number]
type Parsed = {
  <C extends Texts>(url: C, part: UrlPart): Like<C, string | null>
  <C extends Texts>(url: C, part: 'QUERY', key: string): Like<C, string | null>
}

const parsed = (name: string): Parsed =>
  scalar(name, {
    takes: [text, word(...URL_PARTS), optional(written('a key'))],
    gives: ([, , key]) => {
      if (key && /[\\^$.|?*+()[\]{}]/.test(String(key.literal))) {
        throw new InvalidArgument(`${name}: the key ${JSON.stringify(key.literal)} would be read as a pattern`, {
          hint: "take it out of the query with regexpExtract(parseUrl(url, 'QUERY'), …)",
        })
      }
      return types.string
    },
    nulls: 'always',
  })

/**
 * A part of a URL as it stands there, or the first value of a key in its query. NULL for a part that it has not; what is
 * no URL raises.
 *
 * @example parseUrl(v.referrer, 'HOST') // 'https://user@example.org:80/a?b=1' → 'example.org'
 * @example parseUrl(v.referrer, 'QUERY', 'utm_source')
 */
export const parseUrl: Parsed = parsed('parseUrl')
/** `parseUrl`, but NULL for what is no URL. @example tryParseUrl(v.referrer, 'HOST') */
export const tryParseUrl: Parsed = parsed('tryParseUrl')
