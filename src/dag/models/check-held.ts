import { checkColumnNames } from '../../dialect/ddl.ts'
import { dialectOf } from '../../dialect/index.ts'
import type { KnownModel } from './build-request.ts'
import { isEphemeral } from './definition.ts'

/**
 * Checks that a database's tables can hold a model's columns, as far as they are known without it. A view holds none: what
 * it gives may be of any type.
 *
 * @param dialect `sqlite`, `postgres` …
 * @throws UnsupportedOnDialect, InvalidName, as building it would
 */
export function checkHeld({ definition, fields = [] }: KnownModel, dialect: string): void {
  if (isEphemeral(definition) || (definition.kind === 'model' && definition.options.materialized === 'view')) return
  const { ddl } = dialectOf(dialect)
  checkColumnNames(
    ddl,
    fields.map(({ name }) => name),
  )
  for (const { name, type } of fields) ddl.typeName(type, name)
}
