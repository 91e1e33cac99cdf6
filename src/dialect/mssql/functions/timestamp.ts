import { truncationUnit } from '../../../functions/time-unit.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { type SpellingsOf, unsupported } from '../../spelling.ts'
import { isoUnit } from '../units.ts'

export const timestampSpellings: SpellingsOf<'timestamp'> = {
  dateTrunc: ([, moment], { literals }) => {
    const unit = truncationUnit(literals[0])
    return unit ? fill(`datetrunc(${isoUnit(unit)}, $1)`, [moment as Fragment]) : fragment('cast(null as datetime2(6))')
  },
  timestampAdd: unsupported('timestampAdd', 'SQL Server', 'compute it in the program that reads the rows'),
  timestampDiff: unsupported('timestampDiff', 'SQL Server', 'compute it in the program that reads the rows'),
  makeTimestamp: unsupported('makeTimestamp', 'SQL Server', 'compute it in the program that reads the rows'),
  tryMakeTimestamp: unsupported('tryMakeTimestamp', 'SQL Server', 'compute it in the program that reads the rows'),
}
