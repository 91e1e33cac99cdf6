import { checkColumnNames } from '../dialect/ddl.ts'
import { didYouMean, InvalidArgument, listNames, UnknownColumn } from '../errors/index.ts'
import type { WriteTableRequest } from './request.ts'

/**
 * Everything that can be known before a statement is sent.
 *
 * @throws InvalidName, UnsupportedOnDialect, InvalidArgument, UnknownColumn
 */
export function checkRequest(request: WriteTableRequest & { readonly view?: boolean }): void {
  const { ddl, target, fields, indexes = [] } = request
  if (target.schema !== undefined) ddl.checkName(target.schema, 'schema')
  ddl.checkName(target.name, request.view ? 'view' : 'table')
  checkColumnNames(
    ddl,
    fields.map((field) => field.name),
  )
  if (fields.length === 0)
    throw new InvalidArgument(`nothing to write to ${ddl.table(target)}: the frame has no columns`)
  if (request.view) return
  for (const field of fields) ddl.typeName(field.type, field.name)
  const names = fields.map((field) => field.name)
  for (const columns of indexes) {
    if (columns.length === 0)
      throw new InvalidArgument('an index needs at least one column', { hint: "indexes: ['id', ['day', 'state']]" })
    const unknown = columns.find((column) => !names.includes(column))
    if (unknown === undefined) continue
    throw new UnknownColumn(`the frame has no column ${JSON.stringify(unknown)} to make an index of`, {
      hint: [didYouMean(unknown, names), `columns: ${listNames(names)}`].filter(Boolean).join(' '),
    })
  }
}
