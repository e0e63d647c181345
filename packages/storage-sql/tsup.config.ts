import { esmLibrary } from '../../tsup.shared.js'

export default esmLibrary(['src/sqlite.ts'])
