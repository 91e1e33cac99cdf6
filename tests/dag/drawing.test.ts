import { describe, expect, test } from 'vitest'
import { toDot } from '../../src/dag/drawing/dot.ts'
import { dotToSvg, svgToPng } from '../../src/dag/drawing/draw.ts'
import { toMermaid } from '../../src/dag/drawing/mermaid.ts'
import { Monthly } from '../../src/dag/schedule.ts'
import { graphOf, node } from './support.ts'

const graph = graphOf(
  node('raw.flights', { ttlMinutes: 60 }),
  node('raw.airports'),
  node('mart.delays', { dependsOn: ['raw.flights', 'raw.airports'], schedule: Monthly() }),
  node('mart.old', { dependsOn: ['mart.delays'], enabled: false }),
)
const odd = `"<b>&\\N]'\`?;--#|{}é\u{1f600}`

/** Width and height in a PNG's header. */
function size(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

describe('a drawing', () => {
  test('has a box for each task with name, schedule and ttl, and an edge for each dependency', async () => {
    const svg = await dotToSvg(toDot(graph))
    for (const text of ['flights', 'ttl 60 min', 'delays', 'monthly', 'every run', 'not enabled'])
      expect(svg).toContain(`>${text}</text>`)
    expect(svg.match(/class="edge"/g)).toHaveLength(3)
  })

  test('puts every level on one rank', async () => {
    const svg = await dotToSvg(toDot(graph))
    const left = (title: string): number =>
      Number(new RegExp(`<title>${title}</title>[\\s\\S]*?<text [^>]*x="([-\\d.]+)"`).exec(svg)?.[1])
    const [airports, flights, delays, old] = ['raw.airports', 'raw.flights', 'mart.delays', 'mart.old'].map(left) as [
      number,
      number,
      number,
      number,
    ]
    expect(Math.abs(airports - flights)).toBeLessThan(40)
    expect(delays).toBeGreaterThan(flights + 60)
    expect(old).toBeGreaterThan(delays + 60)
  })

  test('as a PNG has readable text without any font of the machine', async () => {
    const svg = await dotToSvg(toDot(graph))
    const png = await svgToPng(svg)
    const blank = await svgToPng(svg.replace(/<text[\s\S]*?<\/text>/g, ''))
    expect(size(png)).toEqual(size(blank))
    expect(size(png)[0]).toBeGreaterThan(600)
    // Text that is not drawn compresses to almost nothing.
    expect(png.length).toBeGreaterThan(blank.length * 1.5)
  })

  test('survives any name, in every format', async () => {
    const strange = graphOf(
      node(`a.${odd}`, { shortName: odd, exportName: odd, description: `${odd}\nnext` }),
      node('a.b', { dependsOn: [`a.${odd}`] }),
    )
    const svg = await dotToSvg(toDot(strange))
    const text = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((found) =>
      found[1]?.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
    )
    const plain = text.map((one) =>
      one
        ?.replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#39;|&apos;/g, "'")
        .replace(/&#45;/g, '-')
        .replace(/&amp;/g, '&'),
    )
    expect(plain.join('')).toContain(odd)
    expect((await svgToPng(svg)).length).toBeGreaterThan(1000)
    expect(toMermaid(strange)).toContain(
      '<b>#34;#60;b#62;#38;#92;N#93;#39;#96;#63;#59;--#35;#124;#123;#125;é#128512;</b>',
    )
  })

  test('as Mermaid', () => {
    expect(toMermaid(graph)).toContain('t1["<b>flights</b><br/>ttl 60 min"]:::kept')
    expect(toMermaid(graph)).toContain('  t1 --> t2\n  t0 --> t2\n')
  })
})
