import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type ArtifactsGiven, type Json, writeArtifacts } from '../artifacts/index.ts'
import type { TaskNode } from '../dag/graph.ts'
import { ANY_INSTANT } from '../dag/models/any-instant.ts'
import { type BuildSettings, indexModels } from '../dag/models/build-request.ts'
import { compileTest } from '../dag/models/compile-model.ts'
import type { ResolvedGraph } from '../dag/resolve-graph.ts'
import { MillraceError } from '../errors/index.ts'
import { version } from '../loader/version.ts'
import type { RunReport } from '../runner/events.ts'
import { modelSql } from './model-sql.ts'
import type { Project } from './project.ts'

/** Where tools look for them. */
const FOLDER = 'target'

export interface CommandArtifacts {
  /** As it was loaded, without the edges that `build` adds for tests. */
  readonly loaded: ResolvedGraph
  /** Nothing is left out and nothing comes from elsewhere: `idleSettings(schema)`. */
  readonly settings: BuildSettings
  readonly dialect: string
  /** The nodes that the command was about: their queries are told. */
  readonly names: ReadonlySet<string>
  readonly startedAt: Date
  readonly runId: string
  /** A query that is known already. */
  readonly knownSql?: (node: TaskNode) => string | undefined
  /** Told where the files cannot be written: that fails no command. */
  readonly warn: (message: string, hint: string | undefined) => void
}

/**
 * Writes `target/manifest.json`, and after a run `target/run_results.json`.
 *
 * @param run undefined for a command that runs nothing
 */
export function writeCommandArtifacts(
  project: Project,
  { loaded, settings, dialect, names, startedAt, runId, knownSql, warn }: CommandArtifacts,
  run?: { readonly report: RunReport; readonly args: Json },
): void {
  const index = indexModels(loaded.models)
  const told = new Map<string, string | undefined>()
  const sqlOf = (node: TaskNode): string | undefined => {
    if (!names.has(node.name)) return undefined
    if (!told.has(node.name)) told.set(node.name, knownSql?.(node) ?? compiled(node))
    return told.get(node.name)
  }
  const compiled = (node: TaskNode): string | undefined => {
    if (node.resourceType !== 'test') return modelSql(node, dialect, index, settings)
    try {
      return compileTest(node, dialect, index, settings, ANY_INSTANT)
    } catch (error) {
      if (error instanceof MillraceError) return undefined
      throw error
    }
  }
  const given: ArtifactsGiven = {
    project: nameOf(project.root),
    version: version(),
    graph: loaded.graph,
    index,
    settings,
    dialect,
    sqlOf,
    runId,
    startedAt,
    at: new Date(),
  }
  try {
    writeArtifacts(join(project.root, FOLDER), given, run)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    warn(`${FOLDER}/ cannot be written: ${(error as Error).message}`, undefined)
  }
}

/** The package's name, else the folder's. */
function nameOf(root: string): string {
  try {
    const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name?: unknown }
    if (typeof name === 'string' && name !== '') return name
  } catch {
    // No package, or one that cannot be read: not this command's business.
  }
  return basename(root)
}
