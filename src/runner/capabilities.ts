import type { TaskNode } from '../dag/graph.ts'
import type { SlotKind } from './slots/slot.ts'

/** Dialects whose statements run inside the calling thread, where no signal reaches them. */
const UNSTOPPABLE: ReadonlySet<string> = new Set(['sqlite'])

/** The kind of slot that a task needs: a process where its timeout could only be kept by killing. */
export function slotKindFor(node: TaskNode, dialect: string): SlotKind {
  return node.timeoutMs !== undefined && UNSTOPPABLE.has(dialect) ? 'process' : 'thread'
}
