import { escapeHtml } from './escape-html.js'

/**
 * Writes plain text as HTML that keeps its lines: an empty line parts paragraphs, a line break
 * within one is `<br />`, further empty lines are empty paragraphs. Nothing is read as markup.
 */
export const plainToHtml = (text: string): string =>
  text === ''
    ? ''
    : escapeHtml(text)
        .split(/\r\n|\r|\n/)
        .join('\n')
        .split('\n\n')
        .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br />')}</p>`)
        .join('')
