/** Unit: bytes of a package as it comes. A summary has some 100 kB; files between PCs carry evidence. */
export const MAX_PACKAGE_BYTES = 512 * 1024 * 1024
/** The manifest lists at most 20,000 files; itself, its signature and folders of other tools come on top. */
export const MAX_PACKAGE_ENTRIES = 20_100
/** Unit: bytes of one entry, and of all together, as the directory declares them. */
export const MAX_ENTRY_BYTES = 256 * 1024 * 1024
export const MAX_INFLATED_BYTES = 1024 * 1024 * 1024
/** JSON of 20,000 lines is packed some 30 times smaller, a bomb 1,000 times. */
export const MAX_RATIO = 200
/** Unit: bytes. Small entries may be packed tighter. */
export const RATIO_FREE_BYTES = 4 * 1024 * 1024
/** Unit: bytes. 20,000 entries of a manifest take some 5 MB. */
export const MAX_MANIFEST_BYTES = 8 * 1024 * 1024
export const MAX_DATA_BYTES = 128 * 1024 * 1024
/** Levels of JSON; the deepest payload, a scheme, has some 12. */
export const MAX_JSON_DEPTH = 64
/** All edits of a ledger of 100,000 records are some 3 million values. */
export const MAX_JSON_VALUES = 10_000_000
/** Unit: bytes of the pieces in which contents are inflated. */
export const INFLATE_PIECE = 1024 * 1024
