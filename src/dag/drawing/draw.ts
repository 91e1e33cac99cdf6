import { fileURLToPath } from 'node:url'
import { PACKAGE_ROOT } from '../../errors/package-root.ts'

const FONTS = ['Arimo-Regular.ttf', 'Arimo-Bold.ttf'].map((file) =>
  fileURLToPath(new URL(`assets/fonts/${file}`, PACKAGE_ROOT)),
)

/** Pixels of a PNG for each of the drawing's points, where that is not too large. */
const ZOOM = 2
const LARGEST = 16_000

/** Draws what `toDot` gave, with Graphviz compiled to WebAssembly: no program need be installed. */
export async function dotToSvg(dot: string): Promise<string> {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz')
  const graphviz = await Graphviz.load()
  const svg = graphviz.layout(dot, 'svg', 'dot')
  // Arial where there is one; else fonts with the same widths.
  return svg.replaceAll('font-family="Arial"', 'font-family="Arial, Arimo, Liberation Sans, Helvetica, sans-serif"')
}

/** The SVG as a PNG, its text in the font that is shipped: a machine without any fonts draws the same. */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  const font = { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' }
  const { width, height } = new Resvg(svg, { font })
  const zoom = Math.min(ZOOM, LARGEST / Math.max(width, height))
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } }).render().asPng()
}
