/**
 * Writing frames: the modes of `df.write()` and `df.writeView()`, once, over what an engine can do.
 *
 * ```ts
 * writeTable(engine, { target, fields, select, mode, indexes, onSchemaChange, ddl, transaction, signal }): Promise<WriteResult>
 * writeView(engine, { target, fields, select, ddl, transaction, signal }): Promise<WriteResult>
 * ```
 */
export type { WriteMode, WriteTableRequest, WriteViewRequest } from './request.ts'
