export { manifestOf } from './manifest.ts'
export type { ArtifactsGiven, Json } from './project.ts'
export { runResultsOf } from './run-results.ts'
export { type RunOf, writeArtifacts } from './write-artifacts.ts'
