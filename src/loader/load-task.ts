import { isTask } from '../dag/define-task.ts'
import type { TaskDefinition } from '../dag/task.ts'
import { ModelError } from '../errors/index.ts'

/** What a bundle of models exports. */
export interface ModelsModule {
  /** By file, `models/sales.ts`: imports it. */
  readonly models: Readonly<Record<string, () => Promise<Readonly<Record<string, unknown>>>>>
}

/** Imports a bundle; from then on stacks speak of the models' `.ts` lines. */
export async function importBundle(bundleUrl: string): Promise<ModelsModule> {
  process.setSourceMapsEnabled(true)
  return (await import(bundleUrl)) as ModelsModule
}

/**
 * What `exportName` of `file` is, from a bundle that the loader made. Nothing is compiled, and of the models only that
 * file and what it imports is run.
 *
 * @param exportName `daily`, or `Reports.winners` for a static method or field of an exported class.
 * @throws whatever the file throws when it is imported.
 */
export async function loadExport(bundleUrl: string, file: string, exportName: string): Promise<unknown> {
  const { models } = await importBundle(bundleUrl)
  const namespace = await models[file]?.()
  const [name = '', member] = exportName.split('.')
  const exported = namespace?.[name]
  return member === undefined ? exported : (exported as Readonly<Record<string, unknown>> | undefined)?.[member]
}

/** The task of that name. @throws ModelError if it is none */
export async function loadTask(bundleUrl: string, file: string, exportName: string): Promise<TaskDefinition<unknown>> {
  const value = await loadExport(bundleUrl, file, exportName)
  if (isTask(value)) return value
  throw new ModelError(`${file} exports no task ${exportName}`, { at: file })
}
