/** PostgreSQL, where DATABASE_URL says (postgres://user@host:5432/database), else where the PG* variables say. */
import { postgres } from 'millrace/postgres'

const url = process.env.DATABASE_URL

export const engine = postgres(url ? { url } : {})
