export type { HardDeletes, SnapshotRequest, SnapshotStrategy } from './request.ts'
export { takeSnapshot } from './take.ts'
