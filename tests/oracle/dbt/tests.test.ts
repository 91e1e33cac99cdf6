import { findsNoDifference } from './no-difference.ts'
import { tests } from './tests.ts'

findsNoDifference("dbt's verdicts on tests of data", tests)
