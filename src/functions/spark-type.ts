import { formatType, type SqlType } from '../plan/type.ts'

/** The names that differ from ours. */
const NAMES: Readonly<Record<string, string>> = { byte: 'tinyint', short: 'smallint', long: 'bigint' }

/** A type as Spark's SQL names it. */
export function formatSparkType(type: SqlType): string {
  switch (type.kind) {
    case 'array':
      return `array<${formatSparkType(type.element)}>`
    case 'map':
      return `map<${formatSparkType(type.key)},${formatSparkType(type.value)}>`
    case 'struct':
      return `struct<${type.fields.map((field) => `${field.name}:${formatSparkType(field.type)}`).join(',')}>`
    default:
      return NAMES[type.kind] ?? formatType(type)
  }
}
