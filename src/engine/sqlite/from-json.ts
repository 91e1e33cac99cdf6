/** What Spark's from_json makes of a document, as the JSON text in which SQLite holds values of the type. */
import { decimalDigits } from '../../dialect/codec.ts'
import type { JsonNode } from '../../dialect/json/read.ts'
import { writeJson } from '../../dialect/json/write.ts'
import { realText } from '../../dialect/sqlite/codec.ts'
import type { SqlType } from '../../plan/type.ts'
import { integralRange } from '../../plan/type-rules.ts'
import { toDate, toTimestamp } from './date-functions.ts'

const SPECIAL: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  INF: Number.POSITIVE_INFINITY,
  '+INF': Number.POSITIVE_INFINITY,
  '+Infinity': Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-INF': Number.NEGATIVE_INFINITY,
}

/** The text of a node as a value of the type; undefined where it does not fit. */
export function fromJsonNode(node: JsonNode, type: SqlType): string | undefined {
  if (node.kind === 'word' && node.word === 'null') return 'null'
  switch (type.kind) {
    case 'array': {
      const items = node.kind === 'array' ? node.items.map((item) => fromJsonNode(item, type.element)) : [undefined]
      return items.includes(undefined) ? undefined : `[${items.join(',')}]`
    }
    case 'map': {
      if (node.kind !== 'object') return undefined
      // Of two values of a key the last one counts.
      const members = [...new Map(node.members)].map(([key, value]) => [key, fromJsonNode(value, type.value)] as const)
      if (members.some(([, value]) => value === undefined)) return undefined
      return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`
    }
    case 'struct': {
      if (node.kind !== 'object') return undefined
      const held = new Map(node.members)
      return structText(type.fields, ({ name, type: inner }) => {
        const value = held.get(name)
        return value && fromJsonNode(value, inner)
      })
    }
    case 'string':
      return JSON.stringify(node.kind === 'string' ? node.text : writeJson(node, true))
    case 'boolean':
      return node.kind === 'word' ? node.word : undefined
    default:
      return node.kind === 'number'
        ? ofNumber(node.digits, type)
        : node.kind === 'string'
          ? ofText(node.text, type)
          : undefined
  }
}

type Fields = Extract<SqlType, { kind: 'struct' }>['fields']

/** A struct whose fields do not fit has NULLs. */
export const structText = (fields: Fields, value: (field: Fields[number]) => string | undefined): string =>
  `{${fields.map((field) => `${JSON.stringify(field.name)}:${value(field) ?? 'null'}`).join(',')}}`

function ofNumber(digits: string, type: SqlType): string | undefined {
  switch (type.kind) {
    case 'byte':
    case 'short':
    case 'int':
    case 'long': {
      if (!/^-?\d+$/.test(digits)) return undefined
      const range = integralRange(type.kind)
      const whole = BigInt(digits)
      return range && whole >= range.min && whole <= range.max ? whole.toString() : undefined
    }
    case 'float':
    case 'double':
      return real(Number(digits), type)
    case 'decimal':
      return decimal(digits, type)
    case 'timestamp':
      return /^-?\d+$/.test(digits) ? secondsText(Number(digits)) : undefined
    default:
      return undefined
  }
}

/** SQLite has no NaN. */
function real(number: number, type: SqlType): string | undefined {
  return Number.isNaN(number) ? 'null' : realText(type.kind === 'float' ? Math.fround(number) : number)
}

function decimal(digits: string, type: Extract<SqlType, { kind: 'decimal' }>): string | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(digits)) return undefined
  const rounded = decimalDigits(digits, type.scale)
  const whole = rounded.replace(/^-/, '').split('.')[0]?.replace(/^0+/, '') ?? ''
  return whole.length > type.precision - type.scale ? undefined : realText(Number(rounded))
}

function secondsText(seconds: number): string | undefined {
  const moment = new Date(seconds * 1000)
  if (Number.isNaN(moment.getTime())) return undefined
  const text = moment.toISOString()
  return /^\d{4}-/.test(text) ? JSON.stringify(text.slice(0, 19).replace('T', ' ')) : undefined
}

function ofText(text: string, type: SqlType): string | undefined {
  switch (type.kind) {
    case 'float':
    case 'double': {
      const special = SPECIAL[text]
      return special === undefined ? undefined : real(special, type)
    }
    case 'decimal':
      return decimal(text.replaceAll(',', ''), type)
    case 'date': {
      const day = toDate(text)
      return day && JSON.stringify(day)
    }
    case 'timestamp': {
      const moment = toTimestamp(text)
      return moment && JSON.stringify(moment)
    }
    case 'binary':
      return JSON.stringify(Buffer.from(text, 'base64').toString('hex'))
    default:
      return undefined
  }
}
