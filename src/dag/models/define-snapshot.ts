import type { AnyRow, Simplify } from '../../column/values.ts'
import { InvalidArgument } from '../../errors/index.ts'
import type { DataFrame } from '../../frame/frame.ts'
import { declaration } from '../declared-at.ts'
import { checkSnapshotOptions } from './check-options.ts'
import { type Body, reference, type SnapshotRef } from './definition.ts'
import type { SnapshotColumns, SnapshotOptions } from './snapshot-options.ts'

/**
 * Keeps every version of the rows of a frame (a slowly changing dimension of type 2): each run compares the frame with
 * the versions that are current, closes those that changed and adds their successors.
 *
 * @param options the key, and how a change is told
 * @param body gives the frame as it is now: one row a key
 * @returns a reference whose rows also have `valid_from`, `valid_to` (null: current), `updated_at` and `scd_id`
 * @example
 * export const customerHistory = Snapshot({ key: 'id', strategy: 'timestamp', updatedAt: 'changed_at' }, () => ref(customers))
 * @throws InvalidArgument for options that cannot be
 */
export function Snapshot<R>(
  options: SnapshotOptions<NoInfer<R>>,
  body: () => DataFrame<R>,
): SnapshotRef<Simplify<R & SnapshotColumns>, R> {
  checkSnapshotOptions(options as unknown as SnapshotOptions<AnyRow>)
  if (typeof body !== 'function') {
    throw new InvalidArgument('Snapshot(options, …): the second argument is the body, a function that gives a frame', {
      hint: "Snapshot({ key: 'id', … }, () => ref(customers))",
    })
  }
  return reference<Simplify<R & SnapshotColumns>>({
    kind: 'snapshot',
    options: Object.freeze({ ...options }) as unknown as SnapshotOptions<AnyRow>,
    body: (() => body()) as unknown as Body,
    frames: declaration(Snapshot),
  }) as SnapshotRef<Simplify<R & SnapshotColumns>, R>
}
