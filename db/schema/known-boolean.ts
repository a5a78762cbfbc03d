import { customType } from 'drizzle-orm/sqlite-core'

/**
 * Yes, no, or not known. The built-in boolean turns the null of a prepared statement into 0,
 * which would make every 「不知道」 a 「否」.
 */
export const knownBoolean = customType<{ data: boolean; driverData: number | null }>({
  dataType: () => 'integer',
  toDriver: (value: boolean | null) => (value === null ? null : Number(value)),
  fromDriver: (value) => value === 1,
})
