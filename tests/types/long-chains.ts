/** The text of a program of chains that are longer than anybody's: what a checker must get through without giving up. */

/** Each gives the operation at a place of the chain, on a frame of `id`, `k` and `v`. */
const SHAPES: Readonly<Record<string, (place: number) => string>> = {
  filtered: (place) => `filter((o) => o.v.gt(${place}))`,
  // Each column from the one before it: the last one is as far from the table as can be.
  widened: (place) => `withColumn('c${place}', (o) => o.${place === 0 ? 'id' : `c${place - 1}`}.plus(1))`,
  replaced: () => "withColumn('v', (o) => o.v.plus(o.id))",
  renamed: (place) => `rename({ ${place === 0 ? 'v' : `v${place - 1}`}: 'v${place}' })`,
  joined: (place) => inTurn(place, ["join(u, (l, r) => l.id.eq(r.id), { how: 'left' })", "drop('w', 'id_right')"]),
  joinedByName: (place) => inTurn(place, ["join(u, 'id', 'left')", "drop('w')"]),
  grouped: (place) => inTurn(place, ["groupBy('id', 'k')", 'agg((o) => ({ v: sum(o.v) }))']),
  mixed: (place) =>
    inTurn(place, [
      `filter((o) => o.v.gt(${place}))`,
      "withColumn('x', (o) => o.v.plus(o.id))",
      "join(u, 'id')",
      "drop('w')",
      "join(u, (l, r) => l.id.eq(r.id), { how: 'left', suffix: '_u' })",
      "select('id', 'k', 'v', 'x', 'id_u')",
      "rename({ x: 'y' })",
      'withColumns((o) => ({ v: coalesce(o.v, 0), z: o.k }))',
      "dropDuplicates('id')",
      'fillna({ y: 0 })',
      'orderBy((o) => [o.y.desc(), o.id])',
      "drop('y', 'z', 'id_u')",
      'union(t)',
    ]),
}
const inTurn = (place: number, operations: readonly string[]) => operations[place % operations.length] as string

/** A program with one chain of `length` operations of each shape, that imports Millrace from `index`. */
export function longChains(length: number, index: string): string {
  const parts = [
    `import { coalesce, type Session, schema, sum } from '${index}'`,
    'declare const session: Session',
    "const t = session.table('t', schema({ id: 'long', k: 'string', v: 'double?' }))",
    "const u = session.table('u', schema({ id: 'long', w: 'string' }))",
  ]
  for (const [name, operation] of Object.entries(SHAPES)) {
    const chain = Array.from({ length }, (_, place) => `  .${operation(place)}`)
    parts.push(`export const ${name} = t\n${chain.join('\n')}`)
  }
  // Rows that have a name, as those of a generated Database.
  const widened = Array.from({ length }, (_, place) => `  .${SHAPES.widened?.(place)}`).join('\n')
  parts.push(
    'interface Declared { id: number; k: string; v: number | null }',
    `export const declared = session.table<Declared>('t')\n${widened}`,
    'type Aliased = { id: number; k: string; v: number | null }',
    `export const aliased = session.table<Aliased>('t')\n${widened}`,
    `export const given = session.createDataFrame([{ id: 1, k: 'a', v: 2 }])\n${widened}`,
  )
  // The rows are still known at the ends.
  parts.push(
    `export const last: Promise<number[]> = widened.collect().then((rows) => rows.map((row) => row.c${length - 1}))`,
    `export const id: Promise<number[]> = joinedByName.collect().then((rows) => rows.map((row) => row.id))`,
    '// @ts-expect-error no such column',
    'export const wrong = mixed.filter((o) => o.absent.isNull())',
  )
  return `${parts.join('\n')}\n`
}
