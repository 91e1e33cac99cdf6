import { listNames } from '../errors/index.ts'
import { describeRelation } from '../plan/relation.ts'
import type { CheckSpec } from './spec.ts'

/**
 * What is wrong with a relation, in a sentence; empty where nothing is.
 *
 * @param sample the first failing rows
 */
export function describeFailures(spec: CheckSpec, failures: number, sample: readonly (readonly unknown[])[]): string {
  const found = failures === 0 ? '' : sentence(spec, failures, sample)
  // What some numbers of failures mean has been said otherwise than "any is too many".
  const thresholds = [
    ...(spec.warnIf === undefined ? [] : [`warn if ${spec.warnIf.trim()}`]),
    ...(spec.errorIf === undefined ? [] : [`error if ${spec.errorIf.trim()}`]),
  ]
  if (thresholds.length === 0) return found
  return `${found || 'no failures'} (${thresholds.join(', ')})`
}

function sentence(spec: CheckSpec, failures: number, sample: readonly (readonly unknown[])[]): string {
  const cut = spec.limit !== undefined && failures >= spec.limit ? ' or more' : ''
  const single = failures === 1 && cut === ''
  const many = (one: string, several: string): string => `${failures}${cut} ${single ? one : several}`
  switch (spec.kind) {
    case 'unique':
      return `${many('value', 'values')} of ${quoted(spec.column)} ${single ? 'comes' : 'come'} more than once`
    case 'notNull':
      return `${many('row has', 'rows have')} no ${quoted(spec.column)}`
    case 'acceptedValues': {
      const accepted = listNames(
        spec.values.map((value) => (typeof value === 'string' ? quoted(value) : String(value))),
      )
      return `${many('value', 'values')} of ${quoted(spec.column)} ${single ? 'is' : 'are'} none of ${accepted}`
    }
    case 'references':
      return `${many('row has', 'rows have')} a ${quoted(spec.column)} that is no ${quoted(spec.toColumn)} of ${describeRelation(spec.to)}`
    case 'expression':
      return `the condition is false for ${many('row', 'rows')}`
    case 'rowCount':
      return sample[0] === undefined
        ? 'the number of rows is wrong'
        : `there ${Number(sample[0][0]) === 1 ? 'is 1 row' : `are ${sample[0][0]} rows`}, not ${wanted(spec)}`
    case 'equals':
      return `${many('row differs', 'rows differ')} from what is expected`
    case 'rows':
      return `the query gives ${many('row', 'rows')}`
    default:
      return spec satisfies never
  }
}

function wanted({ min, max, equals }: Extract<CheckSpec, { kind: 'rowCount' }>): string {
  return [
    ...(equals === undefined ? [] : [`${equals}`]),
    ...(min === undefined ? [] : [`${min} or more`]),
    ...(max === undefined ? [] : [`${max} or less`]),
  ].join(' and ')
}

const quoted = (name: string): string => JSON.stringify(name)
