/** DuckDB: the file that DUCKDB_FILE names, else one beside the project. One process at a time can have it open. */
import { duckdb } from 'millrace/duckdb'

export const engine = duckdb({ file: process.env.DUCKDB_FILE || 'data/millrace.duckdb' })
