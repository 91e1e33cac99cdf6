import { LENIENT, STRICT } from '../../dialect/base64.ts'
import { HIERARCHICAL, urlPatterns } from '../../dialect/url.ts'
import { ValueOutOfRange } from '../../errors/index.ts'
import { bytesOf } from './byte-functions.ts'
import type { SqliteFunction, SqliteValue } from './functions.ts'
import { asText, strict } from './strict.ts'

/** A function that has no answer to some texts: NULL where its second argument is 1, else an error. */
function trying(name: string, what: string, fn: (text: string) => SqliteValue | undefined): SqliteFunction {
  return strict(name, (value, lenient) => {
    const answer = fn(asText(value))
    if (answer !== undefined || lenient === 1n) return answer ?? null
    throw new ValueOutOfRange(`${JSON.stringify(asText(value))} is no ${what}`)
  })
}

const LINE = /.{76}(?=.)/g

/** Base64 of one of two kinds; undefined for what is none. */
function fromBase64(kind: string): (text: string) => SqliteValue | undefined {
  const pattern = new RegExp(kind)
  // Node would take - and _ for characters of Base64, too.
  return (text) =>
    pattern.test(text) ? Buffer.from(text.replace(/=.*/s, '').replace(/[^A-Za-z0-9+/]/g, ''), 'base64') : undefined
}

/** The last character of each set. */
const LAST = new Map<SqliteValue | undefined, string>([
  ['US-ASCII', '\x7f'],
  ['ISO-8859-1', '\xff'],
])

function inCharset(text: string, charset: SqliteValue | undefined): string {
  const last = LAST.get(charset) as string
  if (Array.from(text).every((character) => character <= last)) return text
  throw new ValueOutOfRange(`${JSON.stringify(text)} is not in ${charset}`)
}

/** Halves of a pair of UTF-16 as bytes, which Java replaces by one character. */
const HALVES = /%ED%[AB][0-9A-F](?:%[89AB][0-9A-F])?/gi

function urlDecode(text: string): string | undefined {
  const escaped = text.replace(/%\+(?=[0-9A-Fa-f])/g, '%0')
  if (!/^(?:[^%]|%[0-9A-Fa-f]{2})*$/.test(escaped)) return undefined
  return escaped
    .replaceAll('+', ' ')
    .replace(HALVES, '%EF%BF%BD')
    .replace(/(?:%..)+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
}

const url = urlPatterns((code) => `\\u${code.toString(16).padStart(4, '0')}`)
const VALID = new RegExp(url.valid)
const OPAQUE = new RegExp(url.opaque)
const PARTS = new Map(Object.entries(url.parts).map(([part, pattern]) => [part, new RegExp(pattern)]))

function urlPart(text: string, part: string, key: SqliteValue | undefined): string | null | undefined {
  if (!VALID.test(text)) return undefined
  if (HIERARCHICAL.has(part) && OPAQUE.test(text)) return null
  const found = PARTS.get(part)?.exec(text)?.[1] ?? null
  if (key === undefined || found === null) return found
  return new RegExp(url.value(String(key))).exec(found)?.[1] ?? null
}

/** Text and bytes as each other. */
export const encodingFunctions: readonly SqliteFunction[] = [
  strict('base64', (value) => Buffer.from(bytesOf(value)).toString('base64').replace(LINE, '$&\r\n')),
  trying('unbase64', 'Base64', fromBase64(LENIENT)),
  trying('base64_bytes', 'Base64', fromBase64(STRICT)),
  strict('encode', (text, charset) => Buffer.from(inCharset(asText(text), charset), 'latin1')),
  strict('decode', (bytes, charset) => inCharset(Buffer.from(bytes as Uint8Array).toString('latin1'), charset)),
  strict('url_encode', (text) =>
    encodeURIComponent(asText(text))
      .replaceAll('%20', '+')
      .replace(/[!'()~]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
  ),
  trying('url_decode', 'encoded URL', urlDecode),
  strict('url_part', (text, part, lenient, ...key) => {
    const found = urlPart(asText(text), String(part), key[0])
    if (found !== undefined || lenient === 1n) return found ?? null
    throw new ValueOutOfRange(`${JSON.stringify(asText(text))} is no URL`)
  }),
]
