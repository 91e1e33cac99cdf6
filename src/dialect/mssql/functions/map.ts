import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

const one = (name: string): Spelling =>
  refuse(name, 'keep the document as json and ask it by names: o.settings.getField(…)')

/** SQL Server has no maps. */
export const mapSpellings: SpellingsOf<'map'> = {
  mapConcat: one('mapConcat'),
  mapContainsKey: one('mapContainsKey'),
  mapEntries: one('mapEntries'),
  mapFromArrays: one('mapFromArrays'),
  mapFromEntries: one('mapFromEntries'),
  mapKeys: one('mapKeys'),
  mapValues: one('mapValues'),
  strToMap: one('strToMap'),
}
