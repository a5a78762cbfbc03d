export const partHandlers = {}
