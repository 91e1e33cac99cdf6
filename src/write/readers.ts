import type { Engine, Reader, RelationComments, TableName, Transaction } from '../engine/engine.ts'
import { DatabaseError, WriteBlocked } from '../errors/index.ts'
import { sayAgain } from './comments.ts'
import type { WriteViewRequest } from './request.ts'
import { run } from './steps.ts'

/**
 * Takes away the views that hold on to a relation, lets `body` replace it, and makes them again as they were. Where they
 * read by name, or one of them cannot be made again, `body` alone decides.
 *
 * @throws WriteBlocked where a view cannot read the new relation
 */
export async function withReaders<T>(
  request: Pick<WriteViewRequest, 'ddl' | 'keepReaders'> & { readonly engine: Engine; readonly on: Transaction },
  target: TableName,
  body: () => Promise<T>,
): Promise<T> {
  const { engine, ddl, on, keepReaders } = request
  const readers = keepReaders ? ((await engine.readers?.(target, on)) ?? []) : []
  if (readers.some(({ create }) => create === undefined)) return body()
  const said: (RelationComments | undefined)[] = []
  for (const { name } of readers) said.push(await engine.comments?.(name, on))
  for (const { name } of [...readers].reverse()) await run(on, `DROP VIEW ${ddl.table(name)}`)
  const value = await body()
  for (const [index, reader] of readers.entries()) {
    await makeAgain(on, reader, target)
    await sayAgain(request, { kind: 'view', relation: reader.name }, said[index])
  }
  return value
}

async function makeAgain(on: Transaction, { name, create }: Reader, target: TableName): Promise<void> {
  try {
    await run(on, create as string)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    throw new WriteBlocked(`the view ${name.name} reads what ${target.name} no longer has: ${error.message}`, {
      hint: `keep it, or first drop the view or change what it reads`,
      cause: error,
    })
  }
}
