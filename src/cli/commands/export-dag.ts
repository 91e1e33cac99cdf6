import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { toDot } from '../../dag/drawing/dot.ts'
import { dotToSvg, svgToPng } from '../../dag/drawing/draw.ts'
import { toMermaid } from '../../dag/drawing/mermaid.ts'
import { UsageError } from '../../errors/index.ts'
import { didYouMean, listNames } from '../../errors/nearest.ts'
import { loadModels } from '../../loader/index.ts'
import type { Project } from '../project.ts'

const EXTENSIONS = { png: 'png', svg: 'svg', dot: 'dot', mermaid: 'mmd' } as const
type Format = keyof typeof EXTENSIONS

/** `export-dag`: writes `dag.png`, `dag.svg` … into a folder, and their paths to standard output. */
export async function exportDagCommand(project: Project, dir: string, formats: string): Promise<void> {
  const wanted = parseFormats(formats)
  const { graph } = await loadModels({ root: project.root, models: project.models })
  const folder = resolve(project.calledFrom, dir)
  const dot = toDot(graph)
  const svg = wanted.some((format) => format === 'png' || format === 'svg') ? await dotToSvg(dot) : ''
  try {
    mkdirSync(folder, { recursive: true })
    for (const format of wanted) {
      const file = join(folder, `dag.${EXTENSIONS[format]}`)
      writeFileSync(file, await contents(format))
      process.stdout.write(`${relative(project.calledFrom, file)}\n`)
    }
  } catch (error) {
    throw new UsageError(`cannot write to ${folder}: ${(error as Error).message}`, { cause: error })
  }

  async function contents(format: Format): Promise<string | Uint8Array> {
    switch (format) {
      case 'png':
        return svgToPng(svg)
      case 'svg':
        return svg
      case 'dot':
        return dot
      case 'mermaid':
        return toMermaid(graph)
      default:
        return format satisfies never
    }
  }
}

function parseFormats(text: string): Format[] {
  const known = Object.keys(EXTENSIONS)
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
