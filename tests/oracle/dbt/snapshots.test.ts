import { findsNoDifference } from './no-difference.ts'
import { snapshots } from './snapshots.ts'

findsNoDifference("dbt's snapshots", snapshots)
