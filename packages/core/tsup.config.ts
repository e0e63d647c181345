import { library } from '../../tsup.shared.js'

export default library(['src/index.ts', 'src/recurrence/index.ts', 'src/rrule.ts'])
