export const evidenceHandlers = {}
