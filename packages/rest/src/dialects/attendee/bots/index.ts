export { BotItem, botAnswer } from './bot-answer.js'
export { getBot } from './get-bot.js'
export { scheduleBot } from './schedule-bot.js'
