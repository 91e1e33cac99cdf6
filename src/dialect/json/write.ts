/** Writes JSON as Spark's functions do: without spaces, fractions as doubles. */
import { doubleText } from '../../plan/double-text.ts'
import type { JsonNode } from './read.ts'

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

const code = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** A text in quotes. `ascii` spells what is beyond 16 bits as two numbers. */
export function quoteJson(text: string, ascii = false): string {
  const escaped = text.replace(/["\\\p{Cc}]/gu, (sign) => SHORT[sign] ?? (sign < ' ' ? code(sign) : sign))
  return `"${ascii ? escaped.replace(/[\ud800-\udfff]/g, code) : escaped}"`
}

/** A number as Spark writes it: whole ones with all their digits, others as the double that they are. */
function numberJson(digits: string): string {
  if (/^-?\d+$/.test(digits)) return BigInt(digits).toString()
  const number = Number(digits)
  return Number.isFinite(number) ? doubleText(number) : `"${number}"`
}

/** The tree as one line. */
export function writeJson(node: JsonNode, ascii = false): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(([name, value]) => `${quoteJson(name, ascii)}:${writeJson(value, ascii)}`).join(',')}}`
    case 'array':
      return `[${node.items.map((item) => writeJson(item, ascii)).join(',')}]`
    case 'string':
      return quoteJson(node.text, ascii)
    case 'number':
      return numberJson(node.digits)
    default:
      return node.word
  }
}

/** The text that the tree was read from, but for spaces. */
export function exactText(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(([name, value]) => `${JSON.stringify(name)}:${exactText(value)}`).join(',')}}`
    case 'array':
      return `[${node.items.map(exactText).join(',')}]`
    case 'string':
      return JSON.stringify(node.text)
    case 'number':
      return node.digits
    default:
      return node.word
  }
}
