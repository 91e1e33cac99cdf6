import { incremental } from './incremental.ts'
import { findsNoDifference } from './no-difference.ts'

findsNoDifference("dbt's incremental models", incremental, 240_000)
