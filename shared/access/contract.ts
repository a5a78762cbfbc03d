import { z } from 'zod'
import { lineSchema } from '../core/schemas'
import { areaRolesSchema } from './roles'

/** 4 to 12 digits: what people remember and an office keyboard types at once. */
export const pinSchema = z.string().regex(/^\d{4,12}$/)
export const recoveryCodeSchema = z.string().trim().min(1).max(60)

export const signedInSchema = z.object({ name: lineSchema, isAdmin: z.boolean(), roles: areaRolesSchema })
export type SignedIn = z.infer<typeof signedInSchema>

export const accountSchema = signedInSchema.extend({
  /** Whether the printed recovery code has not been used yet. */
  hasRecoveryCode: z.boolean(),
  failures: z.number().int(),
  createdAt: z.string(),
})
export type Account = z.infer<typeof accountSchema>

/** 登录与权限: who sits at this computer, proved by a PIN, and what he or she may do. Access control, not encryption. */
export const accessContract = {
  /** What the window needs before anything else; asked again whenever somebody signs in, leaves or is locked out. */
  'access.state': {
    needs: 'open',
    in: z.object({}),
    out: z.object({
      /** False where nobody signs in: then everybody may do everything. */
      isOn: z.boolean(),
      /** Who has signed in; stays while locked, so that the lock screen can name the person. */
      person: signedInSchema.nullable(),
      /** Locked by idleness, by the person or by the system: only `open` calls are answered. */
      isLocked: z.boolean(),
      /** Whom the sign-in offers. */
      names: z.array(lineSchema),
      /** Unit: minutes without a key or a click. */
      autoLockMinutes: z.number().int(),
    }),
  },
  /** `wrongPin` with the tries that are left, or `waitForPin` with the seconds of the growing delay. */
  'access.signIn': { needs: 'open', in: z.object({ name: lineSchema, pin: pinSchema }), out: z.object({}) },
  'access.signOut': { needs: 'open', in: z.object({}), out: z.object({}) },
  'access.lock': { needs: 'open', in: z.object({}), out: z.object({}) },
  /** The person has pressed a key or clicked; sent at most every few seconds. */
  'access.active': { needs: 'open', in: z.object({}), out: z.object({}) },
  /** A new PIN for the printed code, which holds once; the answer is the next code, shown this one time. */
  'access.recover': {
    needs: 'open',
    in: z.object({ name: lineSchema, code: recoveryCodeSchema, newPin: pinSchema }),
    out: z.object({ recoveryCode: z.string() }),
  },
  'access.accounts': { needs: 'admin', in: z.object({}), out: z.array(accountSchema) },
  /**
   * Adds a person who signs in, or changes one; without a PIN the old one stays. The first one must be a 管理员, and one
   * 管理员 always remains. A new PIN brings a new recovery code, shown this one time.
   */
  'access.saveAccount': {
    needs: 'admin',
    in: z.object({
      name: lineSchema.trim().min(1),
      isAdmin: z.boolean(),
      roles: areaRolesSchema,
      pin: pinSchema.nullable(),
    }),
    out: z.object({ recoveryCode: z.string().nullable() }),
  },
  'access.removeAccount': { needs: 'admin', in: z.object({ name: lineSchema }), out: z.object({}) },
  /** Removes all accounts: nobody signs in any more. Asks for the administrator's own PIN. */
  'access.turnOff': { needs: 'admin', in: z.object({ pin: pinSchema }), out: z.object({}) },
  'access.changePin': { needs: 'view', in: z.object({ pin: pinSchema, newPin: pinSchema }), out: z.object({}) },
  'access.renewRecoveryCode': {
    needs: 'view',
    in: z.object({ pin: pinSchema }),
    out: z.object({ recoveryCode: z.string() }),
  },
  'access.setAutoLock': {
    needs: 'admin',
    in: z.object({ minutes: z.number().int().min(1).max(120) }),
    out: z.object({}),
  },
} as const
