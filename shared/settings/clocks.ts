import type { ClockKey, Clocks } from './contract'

/**
 * The clocks where no document fixes one. Unit: working days.
 * Source: product 3.6 (3 days near), product B8 (quiet after 10), domain §3 (internal due 3 before), domain §2 Visit (1天转办、3天答复).
 */
export const usualClocks: Clocks = {
  nearWorkdays: 3,
  quietWorkdays: 10,
  internalDueWorkdays: 3,
  whistleReplyWorkdays: 3,
  demandTransferWorkdays: 1,
  demandReplyWorkdays: 3,
  tipAnswerWorkdays: 10,
}

/** The usual clocks with the bureau's own in their place. */
export function clocksWith(own: Readonly<Partial<Record<ClockKey, number>>>): Clocks {
  return { ...usualClocks, ...own }
}
