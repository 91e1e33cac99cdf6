import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunReport } from '../runner/events.ts'
import { manifestOf } from './manifest.ts'
import type { ArtifactsGiven, Json } from './project.ts'
import { runResultsOf } from './run-results.ts'

/** What a run came to, and the options that it was given. */
export interface RunOf {
  readonly report: RunReport
  readonly args: Json
}

/**
 * Writes `manifest.json`, and after a run `run_results.json`, for tools that know dbt's. Who reads a file while it is
 * replaced has the old one or the new one.
 *
 * @param folder absolute path, `/project/target`; made if it is not there
 * @param run undefined for commands that run nothing: the results of the last run stay
 */
export function writeArtifacts(folder: string, given: ArtifactsGiven, run?: RunOf): void {
  mkdirSync(folder, { recursive: true })
  replace(folder, 'manifest.json', manifestOf(given))
  if (run !== undefined) replace(folder, 'run_results.json', runResultsOf(given, run.report, run.args))
}

function replace(folder: string, name: string, content: Json): void {
  const aside = join(folder, `.${name}.${process.pid}`)
  writeFileSync(aside, `${JSON.stringify(content)}\n`)
  renameSync(aside, join(folder, name))
}
