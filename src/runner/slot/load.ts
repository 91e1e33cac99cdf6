import { isTask } from '../../dag/define-task.ts'
import type { TaskDefinition } from '../../dag/task.ts'
import { ModelError } from '../../errors/index.ts'

/** Models by file, as the loader's bundle exports them. */
interface Bundle {
  readonly loaded: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** Imports the models; a second import of the same bundle is free. */
export async function importBundle(url: string): Promise<Bundle> {
  return (await import(url)) as Bundle
}

/**
 * The task behind a name.
 *
 * @param file as in the graph, `models/sales.ts`
 * @param exportName `daily`, or `Reports.winners` for a static method
 * @throws ModelError where the bundle does not hold it
 */
export async function findTask(url: string, file: string, exportName: string): Promise<TaskDefinition<unknown>> {
  const { loaded } = await importBundle(url)
  let found: unknown = loaded[file] ?? loaded[`./${file}`]
  for (const part of exportName.split('.')) {
    found =
      typeof found === 'object' || typeof found === 'function'
        ? (found as Record<string, unknown> | null)?.[part]
        : undefined
  }
  if (!isTask(found)) {
    throw new ModelError(`the model ${file} has no task ${exportName} in this run's bundle`, {
      hint: 'Does the file export something else when it is loaded a second time?',
    })
  }
  return found
}
