/** Unit: bytes. A 100,000-row ledger of 20 columns has 19 MB as .xlsx, a 65,000-row one 39 MB as .xls. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024
/** Rows and columns of one sheet that are read; more is refused, never cut. */
export const MAX_ROWS = 200_000
export const MAX_COLUMNS = 200

/** Caps of a ZIP container, checked on its directory before anything is inflated. */
export const MAX_ZIP_ENTRIES = 2_000
export const MAX_ENTRY_BYTES = 256 * 1024 * 1024
export const MAX_INFLATED_BYTES = 400 * 1024 * 1024
/** A real sheet of 10,000 rows is packed 7 times smaller; one of equal cells some 40 times. */
export const MAX_RATIO = 100
/** Unit: bytes. Small entries may be packed tighter: a page of zeros is no threat. */
export const RATIO_FREE_BYTES = 4 * 1024 * 1024
/** Unit: bytes of each XML part that are searched for a document type definition. */
export const PROLOG_BYTES = 64 * 1024
