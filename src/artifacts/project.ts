import type { Graph, TaskNode } from '../dag/graph.ts'
import type { BuildSettings, ModelIndex } from '../dag/models/build-request.ts'

/** What artifacts are made of. */
export interface ArtifactsGiven {
  /** What the project is called: the package's name will do, characters that dbt has not in names become `_`. */
  readonly project: string
  /** Of Millrace itself. */
  readonly version: string
  /** As it was loaded: without the edges that `build` adds for tests. */
  readonly graph: Graph
  readonly index: ModelIndex
  /** Where models are built. */
  readonly settings: BuildSettings
  /** `engine.dialect` of the connection. */
  readonly dialect: string
  /** The query of a model, snapshot or test as text, where this command has compiled it. */
  readonly sqlOf: (node: TaskNode) => string | undefined
  /** Of the run; of a command that runs nothing any text of its own. */
  readonly runId: string
  readonly startedAt: Date
  /** When the artifacts are written. */
  readonly at: Date
}

/** A document as JSON has it. */
export type Json = Readonly<Record<string, unknown>>

/** The version of dbt whose manifests and results these are: who reads them may ask which keys to expect. */
const DBT_VERSION = '1.10.0'

/** What both documents begin with. */
export const metadataOf = ({ version, runId, startedAt, at }: ArtifactsGiven, schema: string): Json => ({
  dbt_schema_version: `https://schemas.getdbt.com/dbt/${schema}.json`,
  dbt_version: DBT_VERSION,
  generated_at: at.toISOString(),
  invocation_id: runId,
  invocation_started_at: startedAt.toISOString(),
  env: { MILLRACE_VERSION: version },
})
