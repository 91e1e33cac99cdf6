import type { TaskNode } from '../../dag/graph.ts'
import { hasDefault, type ParamNodes } from '../../dag/params/declared.ts'

/** A node as `list --json` writes it: one line of JSON, keys as dbt's where they mean the same. */
export function nodeJson(node: TaskNode, level: number, last: { state: string; at: Date } | undefined): string {
  const { test } = node
  return JSON.stringify({
    name: node.name,
    short_name: node.shortName,
    resource_type: node.resourceType,
    original_file_path: node.file,
    line: node.line ?? null,
    level,
    depends_on: node.dependsOn,
    tags: node.tags,
    owner: node.owner ?? null,
    description: node.description ?? null,
    enabled: node.enabled,
    config: node.config ?? {},
    ...(node.params && { params: paramsJson(node.params) }),
    relation: node.relation === undefined ? null : { schema: node.relation.schema ?? null, name: node.relation.name },
    ...(test === undefined
      ? {}
      : {
          test: {
            type: test.type,
            name: test.kind,
            attached_node: test.tested,
            column_name: test.column ?? null,
            severity: test.severity,
          },
        }),
    last: last === undefined ? null : { state: last.state, at: last.at.toISOString() },
  })
}

const paramsJson = (params: ParamNodes): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(params).map(([name, node]) => [name, { type: node.type, has_default: hasDefault(node) ?? null }]),
  )
