import type { TaskNode } from '../dag/graph.ts'
import type { KnownModel } from '../dag/models/build-request.ts'
import type { FreshnessOptions } from '../dag/models/source.ts'
import { parseDuration } from '../plan/duration.ts'
import { metaOf } from './node-config.ts'
import type { Json } from './project.ts'

/** The parts of a source that no other node has. */
export function sourceParts(node: TaskNode, model: KnownModel | undefined): Json {
  const definition = model?.definition.kind === 'source' ? model.definition : undefined
  const freshness = definition?.options.freshness
  const limits = freshness === undefined ? null : limitsOf(freshness)
  const loadedAt = freshness?.column ?? null
  return {
    source_name: definition?.group ?? '',
    source_description: '',
    loader: '',
    identifier: node.relation?.name ?? '',
    quoting: { database: null, schema: null, identifier: null, column: null },
    loaded_at_field: loadedAt,
    loaded_at_query: null,
    freshness: limits,
    external: null,
    source_meta: {},
    config: {
      enabled: node.enabled,
      event_time: definition?.options.eventTime ?? null,
      freshness: limits,
      loaded_at_field: loadedAt,
      loaded_at_query: null,
      meta: metaOf(node),
      tags: node.tags,
    },
    unrendered_database: null,
    unrendered_schema: null,
  }
}

function limitsOf({ warnAfter, errorAfter }: FreshnessOptions<never>): Json {
  return { warn_after: periodOf(warnAfter), error_after: periodOf(errorAfter), filter: null }
}

const DAY = 24 * 60

/** The largest of dbt's periods that measures it; what is no whole minute is rounded up. */
function periodOf(duration: string | undefined): Json {
  if (duration === undefined) return { count: null, period: null }
  const minutes = Math.ceil(parseDuration(duration, 'freshness') / 60_000)
  if (minutes % DAY === 0) return { count: minutes / DAY, period: 'day' }
  return minutes % 60 === 0 ? { count: minutes / 60, period: 'hour' } : { count: minutes, period: 'minute' }
}
