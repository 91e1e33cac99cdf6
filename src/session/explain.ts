import type { Statement } from '../engine/engine.ts'
import type { SessionScope } from './scope.ts'

/** The statement, its bindings, and how the database means to run it. */
export async function explainText(scope: SessionScope, { sql, bindings }: Statement): Promise<string> {
  const { rows } = await scope.connection.query(
    { sql: `${scope.dialect.explain} ${sql}`, bindings },
    { signal: scope.options.signal },
  )
  const plan = rows.map((row) => String(row.at(-1)))
  const values =
    bindings.length > 0
      ? ['', '== Bindings ==', ...bindings.map((value, index) => `${index + 1}: ${printed(value)}`)]
      : []
  return ['== SQL ==', sql, ...values, '', `== Plan of ${scope.dialect.title} ==`, ...plan].join('\n')
}

function printed(value: unknown): string {
  if (value instanceof Uint8Array) return `${value.length} bytes`
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}
