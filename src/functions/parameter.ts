import { type SqlType, types } from '../plan/type.ts'
import { canBeEqual, hasOrder, isIntegral, isNumeric, isTemporal } from '../plan/type-rules.ts'

/** What one argument of a function may be. */
export interface Parameter {
  /** As errors name it: `a number`. */
  readonly what: string
  readonly accepts: (type: SqlType) => boolean
  /** The type that the argument is cast to; the argument's own where absent. */
  readonly becomes?: (type: SqlType) => SqlType
  /** Arguments that `meet` are all cast to their common type: they themselves, or what is in arrays and is to be with it. */
  readonly meets?: 'value' | 'elements' | 'element'
  /** A plain JavaScript value may stand here; else only a column may. */
  readonly value?: boolean
  /** A word that is part of the function's meaning, not data: one of these. */
  readonly words?: readonly string[]
  /** Its value is known while the query is compiled: a column cannot stand here. */
  readonly written?: boolean
  /** True or false decides here; elsewhere a boolean is a value like any other. */
  readonly condition?: boolean
  readonly optional?: boolean
  /** Takes this and all further arguments. */
  readonly rest?: boolean
  /** The type of a bare NULL or untyped literal here. */
  readonly fallback: SqlType
}

export const text: Parameter = { what: 'a string', accepts: (type) => type.kind === 'string', fallback: types.string }
/** Text, or the bytes of a binary. */
export const bytes: Parameter = {
  what: 'a string or binary',
  accepts: (type) => type.kind === 'string' || type.kind === 'binary',
  fallback: types.string,
}
export const binary: Parameter = { what: 'binary', accepts: (type) => type.kind === 'binary', fallback: types.binary }
export const number: Parameter = { what: 'a number', accepts: isNumeric, fallback: types.long }
export const integer: Parameter = { what: 'a whole number', accepts: isIntegral, fallback: types.long }
/** Any number, computed with as a double. */
export const double: Parameter = {
  what: 'a number',
  accepts: isNumeric,
  becomes: () => types.double,
  fallback: types.double,
}
export const bool: Parameter = {
  what: 'a boolean',
  accepts: (type) => type.kind === 'boolean',
  condition: true,
  fallback: types.boolean,
}
/** A date; a timestamp is cut to its day. */
export const day: Parameter = {
  what: 'a date or timestamp',
  accepts: isTemporal,
  becomes: () => types.date,
  fallback: types.date,
}
/** A timestamp; a date is its midnight. */
export const instant: Parameter = {
  what: 'a date or timestamp',
  accepts: isTemporal,
  becomes: () => types.timestamp,
  fallback: types.timestamp,
}
export const any: Parameter = { what: 'any value', accepts: () => true, fallback: types.string }
/** Anything of which two values can be told to be equal. */
export const comparable: Parameter = { ...any, what: 'a value that can be compared', accepts: canBeEqual }
/** Anything that has an order. */
export const orderable: Parameter = {
  what: 'a value that can be ordered',
  accepts: hasOrder,
  fallback: types.string,
}

/** An array of what the test accepts. */
export const arrayOf = (what: string, accepts: (element: SqlType) => boolean): Parameter => ({
  what,
  accepts: (type) => type.kind === 'array' && accepts(type.element),
  fallback: types.array(types.string),
})
export const list = arrayOf('an array', () => true)
/** Text, or an array of anything. */
export const textOrList: Parameter = {
  what: 'a string or an array',
  accepts: (type) => type.kind === 'string' || type.kind === 'array',
  fallback: types.string,
}
/** Text, or an array of texts. */
export const textOrTexts: Parameter = {
  what: 'a string or an array of strings',
  accepts: (type) => type.kind === 'string' || (type.kind === 'array' && type.element.kind === 'string'),
  fallback: types.string,
}
/** An array whose elements can be told apart. */
export const comparables = arrayOf('an array of values that can be compared', canBeEqual)
/** An array whose elements have an order. */
export const orderables = arrayOf('an array of values that can be ordered', hasOrder)

export const optional = (parameter: Parameter): Parameter => ({ ...parameter, optional: true })
export const rest = (parameter: Parameter): Parameter => ({ ...parameter, rest: true, optional: true })
/** A plain value may stand here too. */
export const value = (parameter: Parameter): Parameter => ({ ...parameter, value: true })
/** All such arguments meet in one type. */
export const meeting = (parameter: Parameter): Parameter => ({ ...parameter, meets: 'value' })
/** An array whose elements meet those of the other arrays, and the values beside them. */
export const meetingElements = (parameter: Parameter): Parameter => ({ ...parameter, meets: 'elements', value: true })
/** A value that meets the elements of the arrays beside it. */
export const element = (parameter: Parameter): Parameter => ({ ...parameter, meets: 'element', value: true })
/** A value to look for among the elements of an array. */
export const sought = element(comparable)
/** A text that is written into the program: a format or pattern that is read while the query is compiled. */
export const written = (what: string): Parameter => ({
  what,
  accepts: (type) => type.kind === 'string',
  written: true,
  value: true,
  fallback: types.string,
})
/** A whole number that is written into the program. */
export const writtenInteger = (what: string): Parameter => ({ ...integer, what, written: true, value: true })
export const word = (...words: string[]): Parameter => ({
  what: `one of ${words.map((one) => `'${one}'`).join(', ')}`,
  accepts: (type) => type.kind === 'string',
  words,
  value: true,
  fallback: types.string,
})
