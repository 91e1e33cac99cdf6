import { checkColumnNames } from '../dialect/ddl.ts'
import { didYouMean, InvalidArgument, listNames, UnknownColumn } from '../errors/index.ts'
import type { WriteTableRequest } from './request.ts'

/**
 * Everything that can be known before a statement is sent.
 *
 * @throws InvalidName, UnsupportedOnDialect, InvalidArgument, UnknownColumn
 */
export function checkRequest(request: WriteTableRequest & { readonly view?: boolean }): void {
  const { ddl, target, fields, indexes = [], key = [], update = [], mode } = request
  if (target.schema !== undefined) ddl.checkName(target.schema, 'schema')
  ddl.checkName(target.name, request.view ? 'view' : 'table')
  const names = fields.map((field) => field.name)
  checkColumnNames(ddl, names)
  if (fields.length === 0)
    throw new InvalidArgument(`nothing to write to ${ddl.table(target)}: the frame has no columns`)
  if (request.view) return
  for (const field of fields) ddl.typeName(field.type, field.name)
  for (const columns of indexes) {
    if (columns.length === 0)
      throw new InvalidArgument('an index needs at least one column', { hint: "indexes: ['id', ['day', 'state']]" })
    refuseUnknown(names, columns, 'to make an index of')
  }
  if ((mode === 'merge' || mode === 'deleteInsert') && key.length === 0)
    throw new InvalidArgument(`${mode} needs a key, by which rows are found again`, { hint: "key: 'id'" })
  refuseUnknown(names, key, 'to be the key, or part of it')
  refuseUnknown(names, update, 'to update')
  const fixed = update.find((column) => key.includes(column))
  if (fixed !== undefined)
    throw new InvalidArgument(`the column ${JSON.stringify(fixed)} is of the key: it stays as it is in rows that match`)
}

function refuseUnknown(names: readonly string[], columns: readonly string[], what: string): void {
  const unknown = columns.find((column) => !names.includes(column))
  if (unknown === undefined) return
  throw new UnknownColumn(`the frame has no column ${JSON.stringify(unknown)} ${what}`, {
    hint: [didYouMean(unknown, names), `columns: ${listNames(names)}`].filter(Boolean).join(' '),
  })
}
