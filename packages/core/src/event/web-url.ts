import { isHttpsUrl } from './https-url.js'

/** Whether `text` is an absolute http or https URL with a host, by the same strict form as `isHttpsUrl`. */
export const isWebUrl = (text: string): boolean => isHttpsUrl(text.replace(/^http:/i, 'https:'))
