/** `npm run oracle -- dbt`: compares Millrace's answers with those that dbt gave. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../../../src/engine/engine.ts'
import type { EngineName } from '../engines.ts'
import { type Judgement, reasons, type Section, summaryLine } from './section.ts'
import { SECTIONS } from './sections.ts'

interface Given {
  readonly folder: string
  /** The name of a section; all where it is undefined. */
  readonly only: string | undefined
  readonly verbose: boolean
}

/** Asks `ask` on each engine that is wanted, one after the other. */
type OnEngines = (
  ask: (name: EngineName, engine: Engine) => Promise<readonly Judgement[]>,
) => Promise<ReadonlyMap<string, readonly Judgement[]>>

/**
 * Runs the sections that are wanted and prints a line each, or a line an engine.
 *
 * @returns the judgements by the title of their line.
 * @throws Error where `only` names no section.
 */
export async function askDbt(given: Given, onEngines: OnEngines): Promise<ReadonlyMap<string, readonly Judgement[]>> {
  const all = new Map<string, readonly Judgement[]>()
  for (const section of sectionsFor(given)) {
    const file = join(given.folder, section.file)
    const asked =
      section.askOn === undefined
        ? [[section.name, (await section.ask?.(file)) ?? []] as const]
        : [...(await onEngines((name, engine) => askOn(section, file, name, engine)))].map(
            ([engine, judgements]) => [`${section.name} ${engine}`, judgements] as const,
          )
    for (const [title, judgements] of asked) {
      all.set(title, judgements)
      report(title, judgements, given.verbose)
    }
  }
  return all
}

async function askOn(section: Section, file: string, name: EngineName, engine: Engine): Promise<readonly Judgement[]> {
  return (await section.askOn?.(file, name, engine)) ?? []
}

/** Sections whose file a folder lacks are left out, unless they are asked for by name. */
function sectionsFor({ folder, only }: Given): readonly Section[] {
  if (only === undefined) return SECTIONS.filter(({ file }) => existsSync(join(folder, file)))
  const found = SECTIONS.filter(({ name }) => name === only)
  if (found.length > 0) return found
  throw new Error(`no section is called ${only}: there are ${SECTIONS.map(({ name }) => name).join(', ')}`)
}

function report(title: string, judgements: readonly Judgement[], verbose: boolean): void {
  if (verbose) {
    for (const { verdict, detail } of judgements) if (verdict === 'different') console.log(detail?.() ?? '')
    for (const line of reasons(judgements)) console.log(line)
  }
  console.log(summaryLine(title, judgements))
}
