import { z } from 'zod'
import { isSafeName } from '../exchange/package-names'
import { programVersionSchema } from './version'

export const updateFormat = 'sizhua-update'
/** A newer minor only adds fields; a newer major is refused by its number alone. */
export const updateFormatVersion = { major: 1, minor: 0 } as const
/** How an update package's file name ends. */
export const updateEnding = '.szupdate'

export const updatePlatforms = ['linux', 'win32'] as const
export type UpdatePlatform = (typeof updatePlatforms)[number]
export const updateArchitectures = ['x64', 'arm64'] as const
export type UpdateArchitecture = (typeof updateArchitectures)[number]

/** What an installer of each system is called; nothing else is ever started or shown as one. */
export const installerEndings: Readonly<Record<UpdatePlatform, string>> = { linux: '.deb', win32: '.exe' }

/** Unit: characters of the notes that a person reads before updating. */
const MAX_NOTES = 8000
const MAX_FILES = 20

const fileSchema = z.object({
  path: z.string().refine((name) => isSafeName(name) && !name.includes('/')),
  /** Unit: bytes. */
  size: z.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** `update.json`: what the package brings, for which machines, and size and digest of every other file in it. */
export const updateManifestSchema = z
  .object({
    format: z.literal(updateFormat),
    version: z.object({ major: z.literal(updateFormatVersion.major), minor: z.number().int().min(0) }),
    /** The version of the program that the installer brings. */
    program: programVersionSchema,
    platform: z.enum(updatePlatforms),
    arch: z.enum(updateArchitectures),
    /** The oldest program that may be updated by it. */
    minimum: programVersionSchema,
    /** The version of the store that the new program works on. */
    schemaVersion: z.number().int().min(1),
    notes: z.string().max(MAX_NOTES),
    /** Which of the files is the installer. */
    installer: z.string(),
    files: z.array(fileSchema).min(1).max(MAX_FILES),
  })
  .refine(({ files, installer, platform }) => {
    const names = files.map(({ path }) => path)
    const isListed = names.includes(installer) && new Set(names).size === names.length
    return isListed && installer.endsWith(installerEndings[platform])
  })
export type UpdateManifest = z.infer<typeof updateManifestSchema>
