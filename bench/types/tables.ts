/** The tables that both libraries read: one each model, and one to look names up in. */

const COLUMNS = 50
const TYPES = ['number', 'number | null', 'string', 'Date', 'number | null']

export const columnsOf = (model: number): readonly string[] =>
  Array.from({ length: COLUMNS }, (_, index) => `m${model}_c${index}`)

/** Their interfaces, `Table0` … and `Lookup`, the same text for both. */
export function tables(models: number): string {
  const table = (model: number): string => {
    const fields = columnsOf(model).map((name, index) => `  ${name}: ${TYPES[index % TYPES.length]}`)
    return `interface Table${model} {\n${fields.join('\n')}\n}`
  }
  const all = Array.from({ length: models }, (_, model) => table(model))
  return `${all.join('\n')}\ninterface Lookup {\n  id: number\n  name: string | null\n}`
}

/** What each library needs before the first model. */
export const preludes = {
  millrace: (models: number, index: string): string =>
    [
      `import { and, coalesce, count, lag, lit, max, or, round, rowNumber, type Session, sum, toDate, upper, when, Window } from '${index}'`,
      tables(models),
      'declare const session: Session',
      "const lookup = session.table<Lookup>('lookup')",
    ].join('\n'),
  kysely: (models: number): string => {
    const all = Array.from({ length: models }, (_, model) => `  t${model}: Table${model}`)
    return [
      "import { type Kysely } from 'kysely'",
      tables(models),
      `interface Tables {\n  lookup: Lookup\n${all.join('\n')}\n}`,
      'declare const db: Kysely<Tables>',
    ].join('\n')
  },
} as const
export type Library = keyof typeof preludes
