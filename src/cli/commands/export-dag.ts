import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { drawingOf } from '../../dag/drawing/columns.ts'
import { columnsToDot } from '../../dag/drawing/columns-dot.ts'
import { columnsToMermaid } from '../../dag/drawing/columns-mermaid.ts'
import { toDot } from '../../dag/drawing/dot.ts'
import { dotToSvg, svgToPng } from '../../dag/drawing/draw.ts'
import { toMermaid } from '../../dag/drawing/mermaid.ts'
import { modelLineage } from '../../dag/models/model-lineage.ts'
import { UsageError } from '../../errors/index.ts'
import { didYouMean, listNames } from '../../errors/nearest.ts'
import { lineageToJson } from '../../lineage/to-json.ts'
import { type LoadedGraph, type LoadedModels, loadGraph } from '../../loader/index.ts'
import type { Project } from '../project.ts'

const EXTENSIONS = { png: 'png', svg: 'svg', dot: 'dot', mermaid: 'mmd', json: 'json' } as const
type Format = keyof typeof EXTENSIONS

/** A drawing in the formats that there are of it. */
interface Drawing {
  /** What its files are called. */
  readonly stem: string
  readonly dot: () => string
  readonly mermaid: () => string
  readonly json?: () => string
}

/**
 * `export-dag`: writes `dag.png`, `dag.svg` … into a folder, and their paths to standard output; with `columns` the
 * columns of the models instead, as `columns.svg` ….
 */
export async function exportDagCommand(
  project: Project,
  dir: string,
  { format: formats, columns }: { readonly format: string; readonly columns: boolean },
): Promise<void> {
  const wanted = parseFormats(formats, columns)
  const loaded = await loadGraph({ root: project.root, models: project.models })
  const drawing = columns ? drawingOfColumns(await loaded.models()) : drawingOfTasks(loaded)
  const folder = resolve(project.calledFrom, dir)
  const svg = wanted.some((format) => format === 'png' || format === 'svg') ? await dotToSvg(drawing.dot()) : ''
  try {
    mkdirSync(folder, { recursive: true })
    for (const format of wanted) {
      const file = join(folder, `${drawing.stem}.${EXTENSIONS[format]}`)
      writeFileSync(file, await contents(drawing, format, svg))
      process.stdout.write(`${relative(project.calledFrom, file)}\n`)
    }
  } catch (error) {
    throw new UsageError(`cannot write to ${folder}: ${(error as Error).message}`, { cause: error })
  }
}

const drawingOfTasks = ({ graph }: LoadedGraph): Drawing => {
  return { stem: 'dag', dot: () => toDot(graph), mermaid: () => toMermaid(graph) }
}

function drawingOfColumns(loaded: LoadedModels): Drawing {
  const lineage = modelLineage(loaded)
  if (lineage.nodes.size === 0) {
    throw new UsageError('no model is declared, and so no columns are known', {
      hint: 'what a task reads and writes is known only when it runs: export const orders = Model(() => …)',
    })
  }
  const drawing = drawingOf(lineage)
  return {
    stem: 'columns',
    dot: () => columnsToDot(drawing),
    mermaid: () => columnsToMermaid(drawing),
    json: () => `${JSON.stringify(lineageToJson(lineage), null, 2)}\n`,
  }
}

async function contents(drawing: Drawing, format: Format, svg: string): Promise<string | Uint8Array> {
  switch (format) {
    case 'png':
      return svgToPng(svg)
    case 'svg':
      return svg
    case 'dot':
      return drawing.dot()
    case 'mermaid':
      return drawing.mermaid()
    case 'json':
      return drawing.json?.() ?? ''
    default:
      return format satisfies never
  }
}

function parseFormats(text: string, columns: boolean): Format[] {
  const known = Object.keys(EXTENSIONS).filter((format) => columns || format !== 'json')
  const given = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const unknown = given.find((format) => !known.includes(format))
  if (unknown !== undefined || given.length === 0) {
    throw new UsageError(`there is no format "${unknown ?? text}"`, {
      hint: [didYouMean(unknown ?? '', known), `formats are ${listNames(known)}`].filter(Boolean).join(' '),
    })
  }
  return given as Format[]
}
