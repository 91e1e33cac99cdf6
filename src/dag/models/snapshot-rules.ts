import type { AnyRow } from '../../column/values.ts'
import { layoutOf, type SnapshotRules } from '../../materialize/snapshot/layout.ts'
import type { Fields } from '../../plan/schema.ts'
import { types } from '../../plan/type.ts'
import type { Definition } from './definition.ts'
import type { SnapshotOptions } from './snapshot-options.ts'

/** A snapshot's options as what takes it wants them. */
export function snapshotRules(options: SnapshotOptions<AnyRow>): SnapshotRules {
  return {
    key: typeof options.key === 'string' ? [options.key] : options.key,
    strategy:
      options.strategy === 'timestamp'
        ? { kind: 'timestamp', updatedAt: options.updatedAt }
        : { kind: 'check', columns: options.columns, updatedAt: options.updatedAt },
    hardDeletes: options.hardDeletes,
  }
}

/**
 * The columns of a relation whose body gives `outputs`. One of nothing but NULL is kept as text; a snapshot has some of
 * its own.
 *
 * @param name the model, as messages name it
 * @throws UnknownColumn, TypeMismatch, InvalidName for a snapshot whose options do not fit its columns
 */
export function relationFields(definition: Definition, outputs: Fields, name: string): Fields {
  if (definition.kind !== 'snapshot') {
    return outputs.map(({ name, type, nullable }) => ({
      name,
      type: type.kind === 'void' ? types.string : type,
      nullable,
    }))
  }
  return layoutOf(snapshotRules(definition.options), outputs, name).table
}
