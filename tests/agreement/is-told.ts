/** Whether a value is one of those that the words of a static type tell of: §values and types, from outside. */
export function isTold(value: unknown, words: readonly string[]): boolean {
  return words.some((word) => isOf(value, word))
}

function isOf(value: unknown, word: string): boolean {
  switch (word) {
    case 'any':
      return value !== undefined
    case 'null':
      return value === null
    case 'number':
    case 'boolean':
      return typeof value === word
    case 'string':
      return typeof value === 'string'
    case 'decimal':
      return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    case 'timestamp':
      return value instanceof Date && !Number.isNaN(value.getTime())
    case 'binary':
      return value instanceof Uint8Array
    case 'struct':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    default:
      return isNested(value, word)
  }
}

/** Arrays and maps: each element of its word, or NULL. */
function isNested(value: unknown, word: string): boolean {
  const [, kind, inside = ''] = /^(array|map)<(.*)>$/.exec(word) ?? []
  const isInside = (one: unknown, inner: string): boolean => one === null || isOf(one, inner)
  if (kind === 'array') return Array.isArray(value) && value.every((one) => isInside(one, inside))
  if (kind !== 'map' || !(value instanceof Map)) return false
  // Keys are plain words, in which there is no comma.
  const comma = inside.indexOf(',')
  return [...value].every(([key, one]) => isOf(key, inside.slice(0, comma)) && isInside(one, inside.slice(comma + 1)))
}
