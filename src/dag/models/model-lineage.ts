import { type LineageGraph, lineageGraph } from '../../lineage/graph.ts'
import type { ResolvedGraph } from '../resolve-graph.ts'

/** The columns of all models, snapshots, seeds and sources, and where they come from. No database is asked. */
export function modelLineage({ graph, models }: ResolvedGraph): LineageGraph {
  return lineageGraph(
    [...models.values()].map(({ name, relation, body, plan, fields }) => ({
      name,
      shortName: graph.nodes.get(name)?.shortName ?? name,
      relation,
      plan: plan?.() ?? (body === undefined ? undefined : 'unknown'),
      columns: fields?.map((field) => field.name),
    })),
  )
}
