import { createHash } from 'node:crypto'
import { isInlined, type TaskNode } from '../dag/graph.ts'
import { checkOf, placed } from '../dag/models/build-request.ts'
import { dialectOf } from '../dialect/index.ts'
import { sha256 } from '../plan/sha256.ts'
import { columnsOf } from './columns.ts'
import { sourceParts } from './manifest-source.ts'
import { testParts } from './manifest-test.ts'
import { configOf, metaOf } from './node-config.ts'
import { type ArtifactsGiven, type Json, metadataOf } from './project.ts'
import { type Identity, identitiesOf } from './unique-ids.ts'

/**
 * The project as dbt describes projects: the content of `manifest.json`, schema v12.
 *
 * Tasks, which dbt has not, are nodes of the type `operation`, so that what waits for them has parents.
 */
export function manifestOf(given: ArtifactsGiven): Json {
  const { project, nodes: identities } = identitiesOf(given)
  const nodes: Record<string, Json> = {}
  const sources: Record<string, Json> = {}
  for (const node of given.graph.nodes.values()) {
    const { uniqueId } = identities.get(node.name) as Identity
    if (node.resourceType === 'source') sources[uniqueId] = manifestNode(node, project, identities, given)
    else nodes[uniqueId] = manifestNode(node, project, identities, given)
  }
  return {
    metadata: {
      ...metadataOf(given, 'manifest/v12'),
      project_name: project,
      project_id: createHash('md5').update(project).digest('hex'),
      user_id: null,
      send_anonymous_usage_stats: false,
      adapter_type: given.dialect,
      quoting: { database: true, schema: true, identifier: true, column: null },
      run_started_at: given.startedAt.toISOString(),
    },
    nodes,
    sources,
    ...NOTHING,
    ...edges(given, identities),
    group_map: {},
  }
}

/** What dbt knows and a project of Millrace has none of. */
const NOTHING = {
  macros: {},
  docs: {},
  exposures: {},
  metrics: {},
  groups: {},
  selectors: {},
  disabled: {},
  saved_queries: {},
  semantic_models: {},
  unit_tests: {},
}

function edges({ graph }: ArtifactsGiven, identities: ReadonlyMap<string, Identity>): Json {
  const ids = [...identities.values()].map(({ uniqueId }) => uniqueId)
  const parents = new Map<string, string[]>(ids.map((id) => [id, []]))
  const children = new Map<string, string[]>(ids.map((id) => [id, []]))
  for (const node of graph.nodes.values()) {
    const { uniqueId } = identities.get(node.name) as Identity
    for (const parent of idsOf(node.dependsOn, identities)) {
      parents.get(uniqueId)?.push(parent)
      children.get(parent)?.push(uniqueId)
    }
  }
  return { parent_map: Object.fromEntries(parents), child_map: Object.fromEntries(children) }
}

const idsOf = (names: readonly string[], identities: ReadonlyMap<string, Identity>): readonly string[] =>
  names.flatMap((name) => identities.get(name)?.uniqueId ?? [])

function manifestNode(
  node: TaskNode,
  project: string,
  identities: ReadonlyMap<string, Identity>,
  given: ArtifactsGiven,
): Json {
  const { uniqueId, name } = identities.get(node.name) as Identity
  const { settings, index, dialect } = given
  const model = index.models.get(node.name)
  const below = node.file.replace(/^[^/]+\//, '')
  // A file of models is a folder to dbt; of a seed it is the seed itself.
  const folders = below.replace(node.resourceType === 'seed' ? /\/?[^/]*$/ : /\.[^./]*$/, '').split('/')
  const relation = node.relation && placed(node.relation, settings)
  const schema = relation?.schema ?? settings.defaultSchema
  const base = {
    database: null,
    schema: schema ?? '',
    name: model?.definition.kind === 'source' ? model.definition.name : name,
    resource_type: node.resourceType === 'task' ? 'operation' : node.resourceType,
    package_name: project,
    path: below,
    original_file_path: node.file,
    unique_id: uniqueId,
    fqn: [project, ...folders.filter(Boolean), ...name.split('.')],
    tags: node.tags,
    description: node.description ?? '',
    columns: columnsOf(model, dialect),
    meta: metaOf(node),
    patch_path: null,
    unrendered_config: {},
    created_at: given.at.getTime() / 1000,
    relation_name:
      relation === undefined || isInlined(node) ? null : dialectOf(dialect).ddl.table({ schema, name: relation.name }),
    doc_blocks: [],
  }
  if (node.resourceType === 'source') return { ...base, ...sourceParts(node, model) }
  const whole = {
    ...base,
    alias: relation?.name ?? name,
    checksum: checksumOf(node),
    group: null,
    docs: { show: true, node_color: null },
    build_path: null,
    raw_code: '',
  }
  if (node.resourceType === 'seed')
    return {
      ...whole,
      config: { ...configOf(node), delimiter: ',', quote_columns: true },
      root_path: null,
      depends_on: { macros: [] },
    }
  const compiled = { ...whole, ...queryParts(node, identities, given) }
  return node.resourceType === 'test'
    ? { ...compiled, ...testParts(node, checkOf(node, index, settings), index, identities) }
    : { ...compiled, config: configOf(node) }
}

/** What is known of a node that has a query, or depends on others. */
function queryParts(
  node: TaskNode,
  identities: ReadonlyMap<string, Identity>,
  { graph, index, sqlOf }: ArtifactsGiven,
): Json {
  const sql = sqlOf(node)
  const read = node.dependsOn.flatMap((name) => graph.nodes.get(name) ?? [])
  const isRef = ({ resourceType }: TaskNode): boolean => resourceType !== 'source' && resourceType !== 'task'
  return {
    language: node.resourceType === 'task' ? 'typescript' : 'sql',
    refs: read.filter(isRef).map(({ name }) => ({ name: identities.get(name)?.name, package: null, version: null })),
    sources: read.flatMap(({ name }) => {
      const source = index.models.get(name)?.definition
      return source?.kind === 'source' ? [[source.group, source.name]] : []
    }),
    metrics: [],
    depends_on: { macros: [], nodes: idsOf(node.dependsOn, identities) },
    compiled_path: null,
    compiled: sql !== undefined,
    compiled_code: sql ?? null,
    extra_ctes_injected: true,
    extra_ctes: [],
    contract: { enforced: node.config?.contract === true, alias_types: true, checksum: null },
    ...(node.resourceType === 'model'
      ? {
          access: 'protected',
          constraints: [],
          version: null,
          latest_version: null,
          deprecation_date: null,
          primary_key: keyOf(node),
          time_spine: null,
        }
      : {}),
  }
}

const keyOf = ({ config }: TaskNode): readonly string[] =>
  config?.key === undefined ? [] : ([config.key].flat() as string[])

/** Of a seed its file's; of what has a plan the plan's; of a task those of its files, as one; of a test none. */
function checksumOf({ fingerprint, sources, resourceType }: TaskNode): Json {
  if (resourceType === 'test') return { name: 'none', checksum: '' }
  const [only = '', ...others] = Object.values(sources)
  const ofFiles = others.length === 0 ? only : sha256(JSON.stringify(sources))
  return { name: 'sha256', checksum: resourceType === 'seed' ? ofFiles : (fingerprint ?? ofFiles) }
}
