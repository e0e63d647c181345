export { botEventAt, type BotEventNow, type EventNow, type Known } from './bot-event-at.js'
export { continuedElsewhere } from './continued-elsewhere.js'
export { mayMoveBots } from './may-move-bots.js'
