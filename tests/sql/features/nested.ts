import { explode, explodeOuter, posexplode, posexplodeOuter } from '../../../src/index.ts'
import type { Features } from '../tables.ts'

/** Arrays and documents: their items, and their elements as rows. */
export const nested: Features = {
  'item of an array': ({ lists }) => lists.select((l) => [l.tags.getItem(0).as('first')]),
  'item of a document': ({ samples }) =>
    samples.select((s) => [s.document.getItem('a').getItem(0).cast('string').as('item')]),
  'field of a document': ({ samples }) =>
    samples.filter((s) => s.document.getField('a').cast('string').eq('x')).select('id'),
  explode: ({ lists }) => lists.select((l) => [l.id, explode(l.tags).as('tag')]),
  'explode outer': ({ lists }) => lists.withColumn('tag', (l) => explodeOuter(l.tags)),
  'explode and filter': ({ lists }) =>
    lists.select((l) => [l.id, explode(l.tags).as('tag')]).filter((l) => l.tag.ne('')),
  'explode in order': ({ lists }) => lists.orderBy('id').select((l) => [explode(l.tags).as('tag')]),
  'explode a document': ({ samples }) => samples.select((s) => [s.id, explode(s.document).as('part')]),
  posexplode: ({ lists }) => lists.select((l) => [l.id, ...posexplode(l.tags)]),
  'posexplode outer': ({ lists }) => lists.select((l) => [l.id, ...posexplodeOuter(l.tags)]),
}
