import { InvalidValue } from '../../errors/index.ts'
import type { SqlType } from '../../plan/type.ts'
import { isNumeric } from '../../plan/type-rules.ts'
import { decimalDigits, decodePlain, encodeDouble, encodeInteger, encodePlain, invalidValue } from '../codec.ts'
import { fromNested, innerTypes, isNested, toNested, writtenNested } from '../nested.ts'

/** Everything travels as text but booleans, binary and NULL: the statement says the types. */
export function encodePostgres(value: unknown, type: SqlType, column: string): unknown {
  if (value === null || value === undefined) return null
  switch (type.kind) {
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return encodeInteger(value, type, column).toString()
    case 'float':
    case 'double': {
      const given = encodeDouble(value, type, column)
      const number = type.kind === 'float' ? Math.fround(given) : given
      return Object.is(number, -0) ? '-0' : String(number)
    }
    case 'string':
      if (typeof value === 'string' && value.includes('\0')) {
        throw new InvalidValue(`column ${JSON.stringify(column)}: PostgreSQL cannot hold the character NUL in text`, {
          hint: "remove it: text.replaceAll('\\0', '')",
        })
      }
      break
    case 'array':
      if (!Array.isArray(value)) throw invalidValue(value, type, column)
      if (isNested(type.element)) return nestedText(value, type, column)
      return value.map((one) => encodePostgres(one, type.element, column))
    case 'map':
    case 'struct':
      return nestedText(value, type, column)
    default:
  }
  return encodePlain(value, type, column)
}

/** The driver hands out text for all that it could round. */
export function decodePostgres(raw: unknown, type: SqlType, column: string): unknown {
  if (raw === null || raw === undefined) return null
  switch (type.kind) {
    case 'boolean':
      return raw === true || raw === 't'
    case 'decimal': {
      const text = String(raw)
      return /^-?[\d.]+$/.test(text) ? decimalDigits(text, type.scale) : text
    }
    case 'array':
      // One dimension is PostgreSQL's own; more may be of uneven length, and are JSON unless somebody else made them.
      return isNested(type.element) && !String(raw).startsWith('{')
        ? ofNestedText(raw, type, column)
        : readArray(String(raw), type.element, column)
    case 'map':
    case 'struct':
      return ofNestedText(raw, type, column)
    default:
      return decodePlain(raw, type, column)
  }
}

/** PostgreSQL's text of bytes: `\\x` and two hexadecimal digits each. */
const bytesOf = (text: string): Buffer => Buffer.from(text.slice(2), 'hex')

/** Whole numbers and decimals with all their digits; what JSON has no number for is a text. */
const nestedText = (value: unknown, type: SqlType, column: string): string =>
  writtenNested(
    toNested(value, type, column, (one, inner, name) => {
      if (inner.kind === 'json') return JSON.stringify(one)
      const encoded = encodePostgres(one, inner, name)
      if (encoded instanceof Uint8Array) return `"\\\\x${Buffer.from(encoded).toString('hex')}"`
      const isNumber = isNumeric(inner) && /\d/.test(String(encoded)) && encoded !== '-0'
      return isNumber ? String(encoded) : JSON.stringify(encoded)
    }),
  )

/** JSON.parse rounds numbers: they are read as the texts that they are. */
function ofNestedText(raw: unknown, type: SqlType, column: string): unknown {
  const text = String(raw)
  const parsed = JSON.parse(holdsJson(type) ? text : text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, quoted))
  return fromNested(parsed, type, column, (one, inner, name) => {
    if (inner.kind === 'json') return one
    return decodePostgres(inner.kind === 'binary' ? bytesOf(String(one)) : one, inner, name)
  })
}

const quoted = (token: string): string => (token.startsWith('"') ? token : `"${token}"`)

const holdsJson = (type: SqlType): boolean =>
  type.kind === 'json' || (isNested(type) && innerTypes(type).some(holdsJson))

/** PostgreSQL's text of an array: `{1,NULL,"a \"b\""}`; `{{…},{…}}` for arrays of arrays. */
function readArray(text: string, element: SqlType, column: string): unknown {
  let at = 0
  const read = (type: SqlType): unknown[] => {
    const values: unknown[] = []
    at += 1
    while (text[at] !== '}') {
      if (text[at] === ',') at += 1
      else if (text[at] === '{') values.push(read(type.kind === 'array' ? type.element : type))
      else if (text[at] === '"') {
        let value = ''
        for (at += 1; text[at] !== '"'; at += 1) {
          if (text[at] === '\\') at += 1
          value += text[at]
        }
        at += 1
        values.push(decodePostgres(type.kind === 'binary' ? bytesOf(value) : value, type, column))
      } else {
        const end = at + text.slice(at).search(/[,}]/)
        const value = text.slice(at, end)
        at = end
        values.push(value === 'NULL' ? null : decodePostgres(value, type, column))
      }
    }
    at += 1
    return values
  }
  at = text.indexOf('{')
  return read(element)
}
