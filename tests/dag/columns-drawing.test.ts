/** Relations drawn with their columns, and lines for values that go between them. */
import { describe, expect, test } from 'vitest'
import { drawingOf } from '../../src/dag/drawing/columns.ts'
import { columnsToDot } from '../../src/dag/drawing/columns-dot.ts'
import { columnsToMermaid } from '../../src/dag/drawing/columns-mermaid.ts'
import { dotToSvg, svgToPng } from '../../src/dag/drawing/draw.ts'
import { col, lit, schema } from '../../src/index.ts'
import { lineageGraph } from '../../src/lineage/graph.ts'
import { offline } from '../compiler/support.ts'
import { input, shop } from '../lineage/shop.ts'
import { QUERIES } from '../tpch/queries/index.ts'
import { type Tables, tablesOf } from '../tpch/tables.ts'

const session = offline.sqlite
const odd = `"<b>&\\N]'\`?;--#|{}é\u{1f600}`
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
/** The left edge of a relation's box. */
function place(svg: string, title: string): number {
  return Number(new RegExp(`<title>${title}</title>[\\s\\S]*?<polygon [^>]*points="([-\\d.]+),`).exec(svg)?.[1])
}

describe('a drawing of columns', () => {
  test('has a table for each relation, in the order of the models, and a line for each column that gives values', async () => {
    const drawing = drawingOf(shop())
    const svg = await dotToSvg(columnsToDot(drawing))
    expect(count(svg, /class="edge"/g)).toBe(drawing.threads.length)
    expect(drawing.threads).toHaveLength(26)
    for (const text of ['stg_payments', 'customer_lifetime_value', 'number_of_orders', 'raw_customers'])
      expect(svg).toContain(`>${text}</text>`)
    const [raw, stage, mart] = ['raw_orders', 'shop.stg_orders', 'shop.orders'].map((title) => place(svg, title))
    expect(stage).toBeGreaterThan(raw as number)
    expect(mart).toBeGreaterThan(stage as number)
  })

  test('as Mermaid: a box of columns for each relation; a line says what is done to the values', () => {
    const mermaid = columnsToMermaid(drawingOf(shop()))
    const id = (column: string): string => new RegExp(`(r\\d+c\\d+)\\["${column}"\\]`).exec(mermaid)?.[1] as string
    expect(mermaid).toMatch(/^flowchart LR\n {2}subgraph r0\["raw_customers"\]\n/)
    expect(mermaid).toContain(`-->|aggregation| ${id('customer_lifetime_value')}\n`)
    expect(count(mermaid, / --> /g)).toBe(17)
    expect(count(mermaid, / -->\|transformation\| /g)).toBe(1)
    expect(count(mermaid, / -->\|aggregation\| /g)).toBe(8)
  })

  test('of all queries of TPC-H: thirty tables, none over another', async () => {
    const queries: Readonly<Record<string, (tables: Tables) => unknown>> = QUERIES
    const inputs = Object.entries(queries).map(([name, query]) => input(name, query(tablesOf(session))))
    const drawing = drawingOf(lineageGraph(inputs))
    const svg = await dotToSvg(columnsToDot(drawing))
    expect(drawing.sheets).toHaveLength(30)
    expect(count(svg, /class="edge"/g)).toBe(drawing.threads.length)
    const boxes = [...svg.matchAll(/<g id="node\d+" class="node">[\s\S]*?<\/g>/g)].map(([node]) => extent(node))
    expect(boxes).toHaveLength(31)
    const overlaps = boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => cross(a, b)))
    expect(overlaps).toEqual([])
  })

  test('a wide source shows what is read of it, a wide model no more than one can look at', () => {
    const names = Array.from({ length: 200 }, (_, at) => `c${at}`)
    const wide = session.table('wide', schema(Object.fromEntries(names.map((name) => [name, 'long' as const]))))
    const constants = session.range(1).withColumns(() => Object.fromEntries(names.map((name) => [name, lit(1)])))
    const inputs = [input('few', wide.filter(col('c7').gt(1)).select('c3', 'c5')), input('many', constants)]
    const { sheets } = drawingOf(lineageGraph(inputs))
    expect(sheets.map(({ node, columns, hidden }) => [node.shortName, columns.length, hidden])).toEqual([
      ['few', 2, 0],
      ['many', 60, 141],
      // Of the table nothing is known but what is read: two columns for their values, one that only decides.
      ['wide', 2, 1],
    ])
  })

  test('tells columns that text makes', async () => {
    const texts = session.table('t', schema({ k: 'long' })).selectExpr('k + 1 as x', schema({ x: 'long' }))
    const drawing = drawingOf(lineageGraph([input('texts', texts)]))
    expect(columnsToDot(drawing)).toContain('<FONT COLOR="#dc2626">x ?</FONT>')
    expect(columnsToMermaid(drawing)).toContain('["x #63;"]:::unknown')
  })

  test('survives any name', async () => {
    const strange = session.table(`"${odd.replaceAll('"', '""')}"`, schema({ [odd]: 'long' }))
    const drawing = drawingOf(lineageGraph([{ ...input('model', strange), name: `m.${odd}`, shortName: odd }]))
    const svg = await dotToSvg(columnsToDot(drawing))
    expect(count(svg, /class="edge"/g)).toBe(1)
    expect((await svgToPng(svg)).length).toBeGreaterThan(1000)
    expect(columnsToMermaid(drawing)).toContain('#34;#60;b#62;#38;#92;N#93;')
  })
})

type Box = readonly [left: number, top: number, right: number, bottom: number]

/** The smallest box around all corners of a node. */
function extent(node: string): Box {
  const points = [...node.matchAll(/points="([^"]+)"/g)].flatMap(([, list = '']) =>
    list.split(' ').map((point) => point.split(',').map(Number) as [number, number]),
  )
  const texts = [...node.matchAll(/<text [^>]*x="([-\d.]+)" y="([-\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)])
  const all = points.length > 0 ? points : texts
  const xs = all.map(([x]) => x as number)
  const ys = all.map(([, y]) => y as number)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const cross = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
