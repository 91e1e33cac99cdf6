import type { Features } from '../tables.ts'

/** Values that are not there, and values in place of others. */
export const missing: Features = {
  'fillna one value': ({ orders }) => orders.fillna(0),
  'fillna a map': ({ orders }) => orders.fillna({ status: 'none', total: 0 }),
  dropna: ({ orders }) => orders.dropna(),
  'dropna all': ({ orders }) => orders.dropna({ how: 'all', subset: ['status', 'total'] }),
  'dropna thresh': ({ orders }) => orders.dropna({ thresh: 2, subset: ['status', 'total', 'placed'] }),
  replace: ({ orders }) => orders.replace({ open: 'new', void: null }, ['status']),
  'replace numbers': ({ orders }) => orders.replace(new Map([[1, 2]]), ['total']),
}
