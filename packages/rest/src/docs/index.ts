export { docsPage } from './page.js'
