import type * as faces from './index.ts'

/** Faces that are not functions of their own: they make other expressions, or become constants. */
type NotSpelled =
  | 'col' | 'lit' | 'when' | 'isnull' | 'groupingId' | 'currentTimestamp' | 'currentDate' | 'sign' | 'stddevSamp' | 'varSamp' // biome-ignore format: one glance
type Operator =
  | 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte' | 'eqNullSafe' | 'between' | 'isNull' | 'isNotNull'
  | 'plus' | 'minus' | 'times' | 'div' | 'mod' | 'like' | 'contains' | 'startsWith' | 'endsWith' | 'nanToNull' | 'rlike' | 'ilike' | 'bitwiseAND' | 'bitwiseOR' | 'bitwiseXOR' // biome-ignore format: one glance

/** Every function that a dialect must spell. */
export type FunctionName = Exclude<keyof typeof faces, NotSpelled> | Operator
