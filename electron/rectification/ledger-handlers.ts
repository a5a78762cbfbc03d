export const ledgerHandlers = {}
