/** The keys of dbt's published schemas, manifest v12 and run results v6, by what has them: more are refused there. */

const NODE = [
  'database', 'schema', 'name', 'resource_type', 'package_name', 'path', 'original_file_path', 'unique_id', 'fqn',
] as const // biome-ignore format: one glance
const DESCRIBED = [
  'tags', 'description', 'columns', 'meta', 'patch_path', 'unrendered_config', 'created_at', 'relation_name',
  'doc_blocks', 'config',
] as const // biome-ignore format: one glance
const PARSED = ['alias', 'checksum', 'group', 'docs', 'build_path', 'raw_code', 'depends_on'] as const
const COMPILED = [
  'language', 'refs', 'sources', 'metrics', 'compiled_path', 'compiled', 'compiled_code', 'extra_ctes_injected',
  'extra_ctes', 'contract',
] as const // biome-ignore format: one glance

const query = [...NODE, ...DESCRIBED, ...PARSED, ...COMPILED]

/** Keys by `resource_type`; `generic` is a test with metadata. */
export const NODE_KEYS: Readonly<Record<string, readonly string[]>> = {
  model: [
    ...query, 'access', 'constraints', 'version', 'latest_version', 'deprecation_date', 'primary_key', 'time_spine',
  ],
  snapshot: query,
  operation: query,
  test: query,
  generic: [...query, 'column_name', 'file_key_name', 'attached_node', 'test_metadata'],
  seed: [...NODE, ...DESCRIBED, ...PARSED, 'root_path'],
  source: [
    ...NODE, ...DESCRIBED, 'source_name', 'source_description', 'loader', 'identifier', 'quoting', 'loaded_at_field',
    'loaded_at_query', 'freshness', 'external', 'source_meta', 'unrendered_database', 'unrendered_schema',
  ],
} // biome-ignore format: one glance

export const MANIFEST_KEYS = [
  'metadata', 'nodes', 'sources', 'macros', 'docs', 'exposures', 'metrics', 'groups', 'selectors', 'disabled',
  'parent_map', 'child_map', 'group_map', 'saved_queries', 'semantic_models', 'unit_tests',
] as const // biome-ignore format: one glance

export const METADATA_KEYS = [
  'dbt_schema_version',
  'dbt_version',
  'generated_at',
  'invocation_id',
  'invocation_started_at',
  'env',
] as const

export const RESULT_KEYS = [
  'status', 'timing', 'thread_id', 'execution_time', 'adapter_response', 'message', 'failures', 'unique_id', 'compiled',
  'compiled_code', 'relation_name', 'batch_results',
] as const // biome-ignore format: one glance

/** The statuses that the schema knows: of what is built, and of tests. */
export const BUILD_STATUSES = ['success', 'error', 'skipped', 'partial success', 'no-op']
export const TEST_STATUSES = ['pass', 'error', 'fail', 'warn', 'skipped']
