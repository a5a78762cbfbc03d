export const noticeHandlers = {}
