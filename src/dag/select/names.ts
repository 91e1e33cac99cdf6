import type { TaskNode } from '../graph.ts'
import { isWild, matching } from './wildcard.ts'

/** What a node answers to without dots: its export, the method of a class, the relation that it makes. */
export function bareNames(node: TaskNode): readonly string[] {
  const { exportName, relation } = node
  const names = [exportName]
  const dot = exportName.lastIndexOf('.')
  if (dot >= 0) names.push(exportName.slice(dot + 1))
  if (relation !== undefined && !names.includes(relation.name)) names.push(relation.name)
  return names
}

/**
 * What it answers to with dots: the full name, and the same with its relation's name in place of the export:
 * `staging.rides.stgRides` is `staging.rides.stg_rides` too, and `staging.stg_rides` where the file is called as the
 * relation is. A seed, `seeds.geo.zones`, is `geo.zones` too: the folder that all of them are in tells nothing.
 */
export function dottedNames(node: TaskNode): readonly string[] {
  const { name, exportName, relation, resourceType } = node
  if (resourceType === 'seed') return [name, name.slice(name.indexOf('.') + 1)]
  if (relation === undefined) return [name]
  const folder = name.slice(0, name.length - exportName.length - 1)
  const alike = folder === relation.name || folder.endsWith(`.${relation.name}`)
  const other = alike ? folder : folder === '' ? relation.name : `${folder}.${relation.name}`
  return other === name ? [name] : [name, other]
}

/**
 * A bare name, a dotted name or the first parts of one; a wildcard matches a whole name of either kind. Sources have a
 * method of their own.
 */
export function byName(value: string): (node: TaskNode) => boolean {
  if (value === '') return () => false
  const matches = isWild(value) ? matching(value) : (name: string) => name === value || name.startsWith(`${value}.`)
  const isBare = matching(value)
  return (node) => node.resourceType !== 'source' && (bareNames(node).some(isBare) || dottedNames(node).some(matches))
}
