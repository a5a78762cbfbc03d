export const stepHandlers = {}
