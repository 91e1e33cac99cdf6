import { DatabaseError, shorten } from '../errors/index.ts'
import type { Relation } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'
import type { SessionScope } from './scope.ts'

/**
 * Asks the database what SQL texts over a frame give.
 *
 * @throws DatabaseError naming the text that the database refuses
 */
export async function describeTexts(
  scope: SessionScope,
  { input, texts }: Extract<Relation, { kind: 'selectExpr' }>,
): Promise<Fields> {
  const { engine, connection, transaction } = scope
  const fieldsOf = (asked: readonly string[]) => engine.describeQuery(scope.texts(asked, input), connection)
  return scope.using(input, async () => {
    try {
      return await fieldsOf(texts)
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      // A transaction may be over after its first error: nothing more can be asked there.
      const refused = transaction ? undefined : await firstRefused(texts, (text) => fieldsOf([text]))
      const named = (refused === undefined ? texts : [refused]).map((text) => JSON.stringify(shorten(text)))
      const { sql, bindings, sqlState, kind, transient, hint } = error
      throw new DatabaseError(`selectExpr: the database refuses ${named.join(', ')}: ${error.message}`, {
        sql,
        bindings,
        sqlState,
        kind,
        transient,
        hint: hint ?? 'the text is SQL of the database itself; the columns that it may name are those of the frame',
        cause: error,
      })
    }
  })
}

async function firstRefused(
  texts: readonly string[],
  ask: (text: string) => Promise<unknown>,
): Promise<string | undefined> {
  for (const text of texts) {
    try {
      await ask(text)
    } catch (error) {
      if (error instanceof DatabaseError) return text
      throw error
    }
  }
  return undefined
}
