import { InvalidArgument } from '../errors/index.ts'

/** The SQL types that a column can have, as data. `void` is the type of a bare NULL; `unknown` one that no engine of ours reads. */
export type SqlType =
  | { readonly kind: SimpleKind }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'array'; readonly element: SqlType }
  | { readonly kind: 'map'; readonly key: SqlType; readonly value: SqlType }
  | { readonly kind: 'struct'; readonly fields: readonly { readonly name: string; readonly type: SqlType }[] }
  | { readonly kind: 'unknown'; readonly native: string }

const SIMPLE = [
  'boolean',
  'byte',
  'short',
  'int',
  'long',
  'float',
  'double',
  'string',
  'binary',
  'date',
  'timestamp',
  'json',
  'void',
] as const
export type SimpleKind = (typeof SIMPLE)[number]

const simple = Object.fromEntries(SIMPLE.map((kind) => [kind, Object.freeze({ kind })])) as {
  readonly [K in SimpleKind]: { readonly kind: K }
}

/** Shared values of the simple types: `types.long`. */
export const types = {
  ...simple,
  decimal: (precision: number, scale: number): SqlType => ({ kind: 'decimal', precision, scale }),
  array: (element: SqlType): SqlType => ({ kind: 'array', element }),
}

/** Largest precision of a decimal, as in Spark. */
export const MAX_DECIMAL_PRECISION = 38

/**
 * Reads a type as users write it: `long`, `decimal(12,2)`, `array<string>`, `map<string,int>`, `struct<a:int,b:string>`.
 *
 * @throws InvalidArgument for anything else.
 */
export function parseType(text: string): SqlType {
  let at = 0
  const fail = (): never => {
    throw new InvalidArgument(`"${text}" is not a type`, {
      hint: `types are ${SIMPLE.filter((kind) => kind !== 'void').join(', ')}, decimal(p,s), array<T>, map<K,V>, struct<a:T,…>; a trailing ? allows NULL`,
    })
  }
  const word = (): string => {
    const found = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*/.exec(text.slice(at))
    if (!found) return fail()
    at += found[0].length
    return found[1] as string
  }
  const expect = (symbol: string): void => {
    if (text[at] !== symbol) fail()
    at += 1
  }
  const integer = (): number => {
    const found = /^\s*(\d+)\s*/.exec(text.slice(at))
    if (!found) return fail()
    at += found[0].length
    return Number(found[1])
  }
  const type = (): SqlType => {
    const name = word().toLowerCase()
    if (name === 'decimal') {
      if (text[at] !== '(') return types.decimal(10, 0)
      expect('(')
      const precision = integer()
      let scale = 0
      if (text[at] === ',') {
        expect(',')
        scale = integer()
      }
      expect(')')
      if (precision < 1 || precision > MAX_DECIMAL_PRECISION || scale > precision) fail()
      return types.decimal(precision, scale)
    }
    if (name === 'array') {
      expect('<')
      const element = type()
      expect('>')
      return { kind: 'array', element }
    }
    if (name === 'map') {
      expect('<')
      const key = type()
      expect(',')
      const value = type()
      expect('>')
      return { kind: 'map', key, value }
    }
    if (name === 'struct') {
      expect('<')
      const fields: { name: string; type: SqlType }[] = []
      while (text[at] !== '>') {
        if (fields.length > 0) expect(',')
        const field = word()
        expect(':')
        fields.push({ name: field, type: type() })
      }
      expect('>')
      return { kind: 'struct', fields }
    }
    if (name === 'void' || !(SIMPLE as readonly string[]).includes(name)) return fail()
    while (text[at] === ' ') at += 1
    return simple[name as SimpleKind]
  }
  const parsed = type()
  if (at !== text.length) fail()
  return parsed
}

/** The type as Spark and our schemas write it. */
export function formatType(type: SqlType): string {
  switch (type.kind) {
    case 'decimal':
      return `decimal(${type.precision},${type.scale})`
    case 'array':
      return `array<${formatType(type.element)}>`
    case 'map':
      return `map<${formatType(type.key)},${formatType(type.value)}>`
    case 'struct':
      return `struct<${type.fields.map((field) => `${field.name}:${formatType(field.type)}`).join(',')}>`
    case 'unknown':
      return `unknown (${type.native})`
    default:
      return type.kind
  }
}

export function sameType(a: SqlType, b: SqlType): boolean {
  return a === b || formatType(a) === formatType(b)
}

/** The type of what is in an array, however deep. */
export const innermost = (type: SqlType): SqlType => (type.kind === 'array' ? innermost(type.element) : type)
