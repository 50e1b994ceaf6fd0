// The headings by which the stories know where they are (design.md, "Words").
export const LOOKING = 'Looking for your server'
export const FOUND = 'Found your server'
export const MISSING = /does not answer$|^No server|^Let's find your server$/
export const STARTING = 'Your server is starting'
export const STRANGER = /^That is a different server$|^Another device has this address$/
export const PROXY = 'A proxy answers, the server behind it does not'
export const TWO_SERVERS = 'Two servers answer at this address'
export const RENEWED = 'The server is a new one after each start'
export const BLOCKED = 'Your browser blocks this page from your home network'
export const READY = 'Your server is ready to be claimed'
export const DECLINED = 'Not now, then'
export const WAITING = 'Finish signing in in the other tab'
export const OVERDUE = 'Still not claimed'
export const CLAIMED = 'Your server is claimed'
export const HEARSAY = /^A server at .* says that it is linked$/
export const SEARCHING = 'Searching your network'
export const CHOOSING = 'Which server is yours?'
