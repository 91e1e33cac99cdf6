/** Values that are held as JSON, as Spark's to_json writes them. */
import { doubleText, shortestFloat } from '../../plan/double-text.ts'
import type { SqlType } from '../../plan/type.ts'
import { decimalDigits } from '../codec.ts'
import type { JsonNode } from './read.ts'
import { quoteJson } from './write.ts'

/** From here on Java writes a small decimal with an exponent. */
const SMALLEST_PLAIN = -6

/** The text of a value of the type; `null` for NULL. */
export function toJsonText(node: JsonNode, type: SqlType): string {
  if (node.kind === 'word') return node.word
  switch (type.kind) {
    case 'array':
      return node.kind === 'array' ? `[${node.items.map((item) => toJsonText(item, type.element)).join(',')}]` : 'null'
    case 'map': {
      const members = node.kind === 'object' ? node.members : []
      return `{${members.map(([key, value]) => `${quoteJson(key)}:${toJsonText(value, type.value)}`).join(',')}}`
    }
    case 'struct': {
      const held = new Map(node.kind === 'object' ? node.members : [])
      const fields = type.fields.flatMap(({ name, type: inner }) => {
        const value = held.get(name)
        const text = value ? toJsonText(value, inner) : 'null'
        return text === 'null' ? [] : [`${quoteJson(name)}:${text}`]
      })
      return `{${fields.join(',')}}`
    }
    default:
      return scalarText(node.kind === 'number' ? node.digits : node.kind === 'string' ? node.text : '', type)
  }
}

function scalarText(held: string, type: SqlType): string {
  switch (type.kind) {
    case 'float':
    case 'double': {
      const number = type.kind === 'float' ? shortestFloat(Math.fround(Number(held))) : Number(held)
      return Number.isFinite(number) ? doubleText(number) : `"${number}"`
    }
    case 'decimal':
      return javaDecimal(decimalDigits(held, type.scale), type.scale)
    case 'timestamp':
      return `"${held.slice(0, 10)}T${held.slice(11, 19)}.${held.slice(20, 23).padEnd(3, '0')}Z"`
    case 'binary':
      return `"${Buffer.from(held, 'hex').toString('base64')}"`
    case 'boolean':
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return held
    default:
      return quoteJson(held)
  }
}

/** A decimal as Java writes it. */
function javaDecimal(digits: string, scale: number): string {
  const significant = digits.replace(/[-.]/g, '').replace(/^0+(?=.)/, '')
  const exponent = significant.length - 1 - scale
  if (exponent >= SMALLEST_PLAIN) return digits
  const rest = significant.slice(1)
  return `${digits.startsWith('-') ? '-' : ''}${significant[0]}${rest === '' ? '' : `.${rest}`}E${exponent}`
}
