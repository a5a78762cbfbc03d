export const closureFormHandlers = {}
