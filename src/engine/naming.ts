/** What definitions of views name, where no catalogue says what they read. */
import type { TableName } from './engine.ts'

/** A view, and the text that made it. */
export interface ViewText {
  readonly view: TableName
  readonly sql: string
}

/** Whether a text names something, as a whole word, in whatever case; also where it only looks so. */
export function names(sql: string, name: string): boolean {
  const text = sql.toLowerCase()
  const word = name.toLowerCase()
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!PART.test(text.charAt(at - 1)) && !PART.test(text.charAt(at + word.length))) return true
  }
  return false
}

/** What a bare name goes on with. */
const PART = /[\w$\u0080-\uffff]/

/** The views whose text names the relation, or a view that does: the nearest first, and not the relation itself. */
export function viewsNaming({ name, schema }: TableName, views: readonly ViewText[]): readonly TableName[] {
  const found: TableName[] = []
  let rest = views.filter(({ view }) => view.name !== name || (schema !== undefined && view.schema !== schema))
  for (let level = [name]; level.length > 0; ) {
    const next = rest.filter(({ sql }) => level.some((one) => names(sql, one)))
    rest = rest.filter((one) => !next.includes(one))
    level = next.map(({ view }) => view.name)
    found.push(...next.map(({ view }) => view))
  }
  return found
}
