/** Where types meet: literals take theirs, everything else is cast to it. */
import { describeValue } from '../column/expression-column.ts'
import type { Parameter } from '../functions/parameter.ts'
import type { LiteralValue } from '../plan/expression.ts'
import { innermost, type SqlType, sameType, types } from '../plan/type.ts'
import { commonType, isNumeric } from '../plan/type-rules.ts'
import { checkCast } from './casts.ts'
import { literalType, mismatch, naturalType } from './literals.ts'
import type { Expr } from './resolved.ts'

/** A literal that no type was given to: it takes one from what it meets. */
export type Pending = { readonly kind: 'pending'; readonly value: LiteralValue }
export type Part = Expr | Pending

/** The expression under a type: literals are given it, everything else is cast where it differs. */
export function asType(expr: Expr, type: SqlType, where: string): Expr {
  if (sameType(expr.type, type)) return expr
  if (expr.kind === 'literal' && expr.value === null) return { ...expr, type }
  if (expr.kind === 'literal' && isNumeric(innermost(type)) && isNumeric(innermost(expr.type))) return { ...expr, type }
  if (expr.kind === 'literal' && type.kind === 'array' && innermost(expr.type).kind === 'void') return { ...expr, type }
  checkCast(expr.type, type, where)
  return { kind: 'cast', operand: expr, onError: 'raise', type, nullable: expr.nullable }
}

export function settled(part: Part, type?: SqlType): Expr {
  if (part.kind !== 'pending') return part
  return typedLiteral(part.value, type ?? naturalType(part.value), 'lit')
}

export function typedLiteral(value: LiteralValue, type: SqlType, where: string): Expr {
  if (value !== null) {
    const given = naturalType(value)
    const readable = literalType(value, type, false)
    const textual = typeof value === 'string' && ['decimal', 'date', 'timestamp', 'json'].includes(type.kind)
    const digits = typeof value === 'string' && isNumeric(type) && /^-?\d+(\.\d+)?$/.test(value)
    if (!textual && !digits && commonType(readable, type) === undefined && type.kind !== 'json')
      throw mismatch(`${where}(${describeValue(value)})`, given, type)
  }
  return { kind: 'literal', value, type, nullable: value === null }
}

/** Gives pending parts and differing types one type in which all meet. */
export function meet(parts: readonly Part[], where: string, narrow: boolean): { parts: Expr[]; type: SqlType } {
  let type: SqlType | undefined
  for (const part of parts) {
    if (part.kind === 'pending') continue
    const met: SqlType | undefined = type ? commonType(type, part.type) : part.type
    if (met === undefined) throw mismatch(where, type as SqlType, part.type)
    type = met
  }
  const known = type
  const typed = parts.map((part) => {
    if (part.kind !== 'pending') return part
    return settled(part, known && known.kind !== 'void' ? literalType(part.value, known, narrow) : undefined)
  })
  for (const expr of typed) {
    const met: SqlType | undefined = type ? commonType(type, expr.type) : expr.type
    if (met === undefined) throw mismatch(where, type as SqlType, expr.type)
    type = met
  }
  return { parts: typed, type: type ?? types.void }
}

/**
 * Arrays, and values that are to be with their elements: all elements meet in one type. By the places of the arguments;
 * none where an argument that should be is no array.
 */
export function meetElements(
  parts: readonly Part[],
  parameters: readonly Parameter[],
  where: string,
): ReadonlyMap<number, Expr> {
  const places = [...parts.keys()].filter((place) => parameters[place]?.meets?.startsWith('element'))
  const isList = (place: number): boolean => parameters[place]?.meets === 'elements'
  const inner = (type: SqlType, place: number): SqlType | undefined =>
    !isList(place) || type.kind === 'void' ? type : type.kind === 'array' ? type.element : undefined
  const outer = (type: SqlType, place: number): SqlType => (isList(place) ? types.array(type) : type)
  /** The type so far, together with that of one more. */
  const withOne = (type: SqlType, part: Part, place: number): SqlType | undefined => {
    const one = part.kind === 'pending' ? undefined : inner(part.type, place)
    const met = one && commonType(type, one)
    if (one && !met) throw mismatch(where, type, one)
    return met
  }
  let type: SqlType = types.void
  for (const place of places) {
    const part = parts[place] as Part
    if (part.kind === 'pending') continue
    const met = withOne(type, part, place)
    if (!met) return new Map()
    type = met
  }
  const known = type
  const typed = places.map((place) => {
    const part = parts[place] as Part
    if (part.kind !== 'pending') return part
    return settled(part, known.kind === 'void' ? undefined : literalType(part.value, outer(known, place), true))
  })
  for (const [index, place] of places.entries()) {
    const met = withOne(type, typed[index] as Expr, place)
    if (!met) return new Map()
    type = met
  }
  const found = type.kind === 'void' ? types.string : type
  return new Map(places.map((place, index) => [place, asType(typed[index] as Expr, outer(found, place), where)]))
}
