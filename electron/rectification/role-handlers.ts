export const roleHandlers = {}
