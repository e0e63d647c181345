export { openApiDocument, type DocumentInfo, type OpenApiDocument } from './document.js'
