import type { CommentedThing, Ddl } from '../dialect/ddl.ts'
import type { Engine, RelationComments, Transaction } from '../engine/engine.ts'
import type { WriteViewRequest } from './request.ts'
import { run } from './steps.ts'

/** Says what relation and columns mean, where the engine keeps such a thing and it does not say so already. */
export async function writeComments(
  request: Pick<WriteViewRequest, 'ddl' | 'target' | 'comments' | 'fields'> & {
    readonly engine: Engine
    readonly on: Transaction
  },
  kind: CommentedThing['kind'],
): Promise<void> {
  const { engine, on, ddl, target: relation, comments, fields } = request
  if (comments === undefined || engine.comments === undefined) return
  const said = await engine.comments(relation, on)
  const say = async (of: CommentedThing, text: string | undefined, before: string | undefined): Promise<void> => {
    const sql = text === before ? undefined : ddl.comment(of, text ?? null)
    if (sql !== undefined) await run(on, sql)
  }
  await say({ kind, relation }, comments.relation || undefined, said.relation)
  for (const { name } of fields) {
    const text = comments.columns?.[name] || undefined
    await say({ kind, relation, column: name }, text, said.columns.get(name))
  }
}

/** Says once more what was said of a relation that is made again, and of the columns that it still has. */
export async function sayAgain(
  { ddl, on }: { readonly ddl: Ddl; readonly on: Transaction },
  { kind, relation }: CommentedThing,
  said: RelationComments | undefined,
  columns: readonly string[] | 'all' = 'all',
): Promise<void> {
  if (said === undefined) return
  const texts = [...said.columns].filter(([column]) => columns === 'all' || columns.includes(column))
  const all = [
    said.relation === undefined ? undefined : ddl.comment({ kind, relation }, said.relation),
    ...texts.map(([column, text]) => ddl.comment({ kind, relation, column }, text)),
  ]
  for (const sql of all) if (sql !== undefined) await run(on, sql)
}
