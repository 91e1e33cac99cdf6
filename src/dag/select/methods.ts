import { UsageError } from '../../errors/index.ts'
import { didYouMean, listNames } from '../../errors/nearest.ts'
import { RESOURCE_TYPES, type TaskNode } from '../graph.ts'
import { byConfig, configValues } from './config.ts'
import { byFile, byPath, fileNames, foldersAndFile } from './files.ts'
import { byResult, byState, checkValue, type SelectionHistory } from './history.ts'
import { bareNames, byName, dottedNames } from './names.ts'
import type { Atom } from './parse.ts'
import { matching } from './wildcard.ts'

/** Says of a node whether one selector means it. */
export type Matcher = (node: TaskNode) => boolean

/** A way to name nodes: `tag` in `tag:nightly`. */
interface Method {
  /** `path`: what follows the method's name, `['meta', 'owner']` of `config.meta.owner`. @throws UsageError for values that cannot be. */
  readonly matcher: (value: string, history: SelectionHistory, path: readonly string[]) => Matcher
  /** What of a node it could have named, where it found nothing. */
  readonly values?: (node: TaskNode, path: readonly string[]) => readonly string[]
}

const NAME: Method = {
  matcher: byName,
  values: (node) => (node.resourceType === 'source' ? [] : [...bareNames(node), ...dottedNames(node)]),
}

const METHODS: Readonly<Record<string, Method>> = {
  name: NAME,
  fqn: NAME,
  tag: { matcher: (value) => anyOf(({ tags }) => tags, value), values: ({ tags }) => tags },
  path: { matcher: byPath, values: ({ file }) => foldersAndFile(file) },
  file: { matcher: byFile, values: fileNames },
  source: { matcher: bySource, values: sourceNames },
  owner: { matcher: (value) => anyOf(owners, value), values: owners },
  config: { matcher: (value, _, path) => byConfig(path, value), values: configValues },
  resource_type: { matcher: byResourceType },
  state: { matcher: byState },
  result: { matcher: byResult },
  test_type: { matcher: byTestType },
  test_name: { matcher: (value) => anyOf(testNames, value), values: testNames },
}

/** Methods of dbt that mean what Millrace does not have, and what to write in their place. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  group: 'owner:x selects by owner',
  access: 'there are no groups to keep a model for',
  package: 'a project is one package; path:x selects a folder',
  version: 'there are no versions of a model; name it by its name',
  unit_test: 'unit tests are run by vitest, with runModel',
}

/** What one selector means. */
export interface Meaning {
  readonly matcher: Matcher
  /** What of a node it could have named, where it found nothing. */
  readonly values: (node: TaskNode) => readonly string[]
  /** Whether nodes have such values at all. */
  readonly hasValues: boolean
  /** `tag` */
  readonly method: string
}

/**
 * What a selector means. Without a method: what holds a slash is a path, what ends as a source file does is a file,
 * everything else a name.
 *
 * @throws UsageError for an unknown method, and for values that cannot be.
 */
export function meaningOf(atom: Atom, history: SelectionHistory): Meaning {
  const { value } = atom
  const [name = '', ...path] = (atom.method ?? methodFor(value)).split('.')
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined
  if (method === undefined) throw unknownMethod(atom, name)
  if ((name === 'config') !== path.length > 0) {
    throw new UsageError(`"${atom.text}": ${name === 'config' ? 'config which option?' : `${name} takes no dots`}`, {
      hint: name === 'config' ? 'config.materialized:view, config.meta.tier:gold' : `${name}:${value}`,
    })
  }
  return {
    method: name,
    matcher: method.matcher(value, history, path),
    values: (node) => method.values?.(node, path) ?? [],
    hasValues: method.values !== undefined,
  }
}

function methodFor(value: string): string {
  if (value.includes('/')) return 'path'
  return /\.(?:[cm]?[jt]s|sql|csv)$/i.test(value) ? 'file' : 'name'
}

function unknownMethod(atom: Atom, name: string): UsageError {
  const elsewhere = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : undefined
  const known = Object.keys(METHODS)
  const hint = elsewhere ?? [didYouMean(name, known), `methods are ${listNames(known)}`].filter(Boolean).join(' ')
  return new UsageError(`"${atom.text}": there is no selector method "${name}"`, { hint })
}

function anyOf(texts: (node: TaskNode) => readonly string[], value: string): Matcher {
  const matches = matching(value)
  return (node) => texts(node).some(matches)
}

function owners({ owner }: TaskNode): readonly string[] {
  return owner === undefined ? [] : [owner]
}

/** `source:raw`, `source:raw.events`, wildcards in either part: as `source('raw', 'events')` is written. */
function bySource(value: string): Matcher {
  const [group = '', table, ...rest] = value.split('.')
  if (rest.length > 0) throw new UsageError(`"source:${value}": a source is a schema, or schema.table`)
  const inGroup = matching(group)
  const isTable = table === undefined ? () => true : matching(table)
  return (node) => {
    if (node.resourceType !== 'source') return false
    const [schema = '', ...name] = node.exportName.split('.')
    return inGroup(schema) && isTable(name.join('.'))
  }
}

function sourceNames({ resourceType, exportName }: TaskNode): readonly string[] {
  return resourceType === 'source' ? [exportName.slice(0, exportName.indexOf('.')), exportName] : []
}

function byResourceType(value: string): Matcher {
  checkValue('resource_type', value, RESOURCE_TYPES)
  return ({ resourceType }) => resourceType === value
}

function byTestType(value: string): Matcher {
  checkValue('test_type', value, ['generic', 'singular'])
  return ({ test }) => test?.type === value
}

/** `notNull`, and `not_null` as dbt writes it. */
function testNames({ test }: TaskNode): readonly string[] {
  if (test === undefined) return []
  return [test.kind, test.kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]
}
