import type { TaskNode } from '../../dag/graph.ts'
import type { SlotKind } from './slot.ts'

/** The kind of slot that a task needs: a process where its timeout could only be kept by killing. */
export function slotKindFor(node: TaskNode, interruptible: boolean): SlotKind {
  return node.timeoutMs !== undefined && !interruptible ? 'process' : 'thread'
}
