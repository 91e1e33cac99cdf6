import { TypeMismatch } from '../errors/index.ts'
import { formatType, type SqlType, sameType } from '../plan/type.ts'
import { isIntegral, isNumeric, isTemporal } from '../plan/type-rules.ts'

/**
 * Whether a cast between two types has a meaning at all (whether a value can be cast is the database's question).
 *
 * @throws TypeMismatch where it has none: a date is no number, a boolean no date.
 */
export function checkCast(from: SqlType, to: SqlType, where: string): void {
  if (sameType(from, to) || from.kind === 'void' || castable(from, to)) return
  throw new TypeMismatch(`${where}: a ${formatType(from)} cannot be cast to ${formatType(to)}`)
}

function castable(from: SqlType, to: SqlType): boolean {
  if (from.kind === 'unknown' || to.kind === 'unknown') return to.kind === 'string'
  if (from.kind === 'array') {
    if (to.kind === 'array') return sameType(from.element, to.element) || castable(from.element, to.element)
    return to.kind === 'string' && isListed(from.element)
  }
  if (from.kind === 'map' || from.kind === 'struct') return to.kind === 'string' && isListed(from)
  if (to.kind === 'string') return true
  if (from.kind === 'string') return to.kind !== 'array' && to.kind !== 'map' && to.kind !== 'struct'
  if (isNumeric(from)) return isNumeric(to) || to.kind === 'boolean' || (isIntegral(from) && to.kind === 'timestamp')
  if (from.kind === 'boolean') return isNumeric(to)
  if (isTemporal(from)) return isTemporal(to) || (from.kind === 'timestamp' && isNumeric(to))
  return false
}

/** Whether what is inside of a value has a text that is the same on every engine. */
function isListed(type: SqlType): boolean {
  if (type.kind === 'array') return isListed(type.element)
  if (type.kind === 'map') return isListed(type.value)
  if (type.kind === 'struct') return type.fields.every((field) => isListed(field.type))
  return !['json', 'binary', 'unknown'].includes(type.kind)
}
