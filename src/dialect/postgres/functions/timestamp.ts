import { truncationUnit } from '../../../functions/time-unit.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { type SpellingsOf, unsupported } from '../../spelling.ts'

export const timestampSpellings: SpellingsOf<'timestamp'> = {
  dateTrunc: ([, moment], { literals }) => {
    const unit = truncationUnit(literals[0])
    return unit ? fill(`date_trunc('${unit}', $1)`, [moment as Fragment]) : fragment('null::timestamp')
  },
  timestampAdd: unsupported('timestampAdd', 'PostgreSQL', 'compute it in the program that reads the rows'),
  timestampDiff: unsupported('timestampDiff', 'PostgreSQL', 'compute it in the program that reads the rows'),
  makeTimestamp: unsupported('makeTimestamp', 'PostgreSQL', 'compute it in the program that reads the rows'),
  tryMakeTimestamp: unsupported('tryMakeTimestamp', 'PostgreSQL', 'compute it in the program that reads the rows'),
}
