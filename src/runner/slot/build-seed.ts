import { resolve } from 'node:path'
import type { BuildRequest } from '../../dag/models/build-request.ts'
import { loadSeed } from '../../materialize/seed.ts'
import type { SessionScope } from '../../session/scope.ts'
import type { Models } from '../../write/index.ts'
import type { BuildEnd } from './build.ts'

/** Loads a seed, unless its table holds the very file already. */
export async function buildSeed(
  scope: SessionScope,
  { file, fields, target, unchanged }: Extract<BuildRequest, { kind: 'seed' }>,
  models: Models,
): Promise<BuildEnd> {
  if (unchanged && (await scope.engine.tableInfo(target, scope.connection)) !== undefined)
    return { state: 'kept', reason: 'neither file nor schema have changed' }
  await loadSeed(scope, { file: resolve(file), shownAs: file, fields, target, models })
  return { state: 'success', reason: undefined }
}
