import type { SpellingTable } from '../../spelling.ts'
import { aggregateSpellings } from './aggregate.ts'
import { arraySpellings } from './array.ts'
import { arrayChangesSpellings } from './array-changes.ts'
import { bitwiseSpellings } from './bitwise.ts'
import { charactersSpellings } from './characters.ts'
import { conditionalSpellings } from './conditional.ts'
import { dateSpellings } from './date.ts'
import { dateTextSpellings } from './date-text.ts'
import { encodingSpellings } from './encoding.ts'
import { epochSpellings } from './epoch.ts'
import { formatSpellings } from './format.ts'
import { gatherSpellings } from './gather.ts'
import { hashSpellings } from './hash.ts'
import { jsonSpellings } from './json.ts'
import { mapSpellings } from './map.ts'
import { mathSpellings } from './math.ts'
import { nullnessSpellings } from './nullness.ts'
import { numericSpellings } from './numeric.ts'
import { operatorsSpellings } from './operators.ts'
import { percentileSpellings } from './percentile.ts'
import { pickSpellings } from './pick.ts'
import { randomSpellings } from './random.ts'
import { regexSpellings } from './regex.ts'
import { searchSpellings } from './search.ts'
import { statisticSpellings } from './statistic.ts'
import { stringSpellings } from './string.ts'
import { structSpellings } from './struct.ts'
import { timestampSpellings } from './timestamp.ts'
import { trigonometrySpellings } from './trigonometry.ts'
import { trySpellings } from './try.ts'
import { windowSpellings } from './window.ts'
import { zoneSpellings } from './zone.ts'

/** How DuckDB spells each function. Text is compared by code point by itself. */
export const duckdbFunctions: SpellingTable = {
  ...operatorsSpellings,
  ...conditionalSpellings,
  ...stringSpellings,
  ...searchSpellings,
  ...regexSpellings,
  ...charactersSpellings,
  ...formatSpellings,
  ...mathSpellings,
  ...jsonSpellings,
  ...mapSpellings,
  ...structSpellings,
  ...dateSpellings,
  ...dateTextSpellings,
  ...encodingSpellings,
  ...epochSpellings,
  ...timestampSpellings,
  ...zoneSpellings,
  ...randomSpellings,
  ...aggregateSpellings,
  ...statisticSpellings,
  ...pickSpellings,
  ...percentileSpellings,
  ...gatherSpellings,
  ...trigonometrySpellings,
  ...bitwiseSpellings,
  ...numericSpellings,
  ...hashSpellings,
  ...nullnessSpellings,
  ...trySpellings,
  ...windowSpellings,
  ...arraySpellings,
  ...arrayChangesSpellings,
}
