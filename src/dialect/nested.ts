/** Arrays, maps and structs as JSON: how engines hold them that have no such values, and how all of them are given any. */
import type { SqlType } from '../plan/type.ts'
import { invalidValue } from './codec.ts'

/** Arrays, maps and structs. */
export type NestedType = Extract<SqlType, { kind: 'array' | 'map' | 'struct' }>

/** The most elements that an array is made with: what is longer fits into no memory. */
export const LONGEST = 2147483632

export const isNested = (type: SqlType): type is NestedType =>
  type.kind === 'array' || type.kind === 'map' || type.kind === 'struct'

/** The types of what a nested value holds. */
export function innerTypes(type: NestedType): readonly SqlType[] {
  if (type.kind === 'array') return [type.element]
  return type.kind === 'map' ? [type.key, type.value] : type.fields.map((field) => field.type)
}

/** Whether there is a map anywhere in a value of the type. */
export const holdsMap = (type: SqlType): boolean =>
  type.kind === 'map' || (isNested(type) && innerTypes(type).some(holdsMap))

/** One way between a value that is not nested and its form inside JSON. */
export type ScalarForm = (value: unknown, type: SqlType, column: string) => unknown

/** A nested value with each scalar in it as `scalar` makes it: arrays stay arrays, maps and structs become objects. */
export function toNested(value: unknown, type: SqlType, column: string, scalar: ScalarForm): unknown {
  if (value === null || value === undefined) return null
  const again = (one: unknown, inner: SqlType) => toNested(one, inner, column, scalar)
  switch (type.kind) {
    case 'array':
      if (!Array.isArray(value)) throw invalidValue(value, type, column)
      return value.map((one) => again(one, type.element))
    case 'map':
      return Object.fromEntries(mapEntries(value, type, column).map(([key, one]) => [key, again(one, type.value)]))
    case 'struct': {
      if (typeof value !== 'object') throw invalidValue(value, type, column)
      const given = value as Readonly<Record<string, unknown>>
      return Object.fromEntries(type.fields.map((field) => [field.name, again(given[field.name], field.type)]))
    }
    default:
      return scalar(value, type, column)
  }
}

/** Arrays and objects around scalars that are JSON text already. */
export function writtenNested(node: unknown): string {
  if (node === null) return 'null'
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return `[${node.map(writtenNested).join(',')}]`
  return `{${Object.entries(node as object)
    .map(([key, one]) => `${JSON.stringify(key)}:${writtenNested(one)}`)
    .join(',')}}`
}

/** The way back: maps come as `Map`, in whose keys the key's type counts. */
export function fromNested(value: unknown, type: SqlType, column: string, scalar: ScalarForm): unknown {
  if (value === null || value === undefined) return null
  const again = (one: unknown, inner: SqlType) => fromNested(one, inner, column, scalar)
  switch (type.kind) {
    case 'array':
      return (value as readonly unknown[]).map((one) => again(one, type.element))
    case 'map':
      return new Map(Object.entries(value).map(([key, one]) => [again(key, type.key), again(one, type.value)]))
    case 'struct': {
      const given = value as Readonly<Record<string, unknown>>
      return Object.fromEntries(type.fields.map((field) => [field.name, again(given[field.name], field.type)]))
    }
    default:
      return scalar(value, type, column)
  }
}

/** A map as it may be given: a `Map`, or an object. */
function mapEntries(value: unknown, type: SqlType, column: string): readonly (readonly [string, unknown])[] {
  if (value instanceof Map) return [...value].map(([key, one]) => [String(key), one] as const)
  if (typeof value !== 'object' || Array.isArray(value)) throw invalidValue(value, type, column)
  return Object.entries(value as object)
}
