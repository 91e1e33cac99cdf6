import type { Features } from '../tables.ts'
import { casts } from './casts.ts'
import { checks } from './checks.ts'
import { columns } from './columns.ts'
import { groups } from './groups.ts'
import { joins } from './joins.ts'
import { missing } from './missing.ts'
import { nested } from './nested.ts'
import { rows } from './rows.ts'
import { sets } from './sets.ts'
import { sources } from './sources.ts'
import { windows } from './windows.ts'

export const features: Features = {
  ...columns,
  ...casts,
  ...rows,
  ...joins,
  ...groups,
  ...sets,
  ...missing,
  ...windows,
  ...nested,
  ...sources,
  ...checks,
}
