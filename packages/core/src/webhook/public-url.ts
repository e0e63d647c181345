import ip from 'ipaddr.js'
import { isWebUrl } from '../event/index.js'

/** Where webhooks may be sent: to public addresses over https, or anywhere, for a machine of one's own. */
export type WebhookTargets = 'Public' | 'Any'

/** Why a URL is no target. */
export type UrlFlaw = 'Malformed' | 'NotHttps' | 'HasCredentials' | 'NotPublic'

/**
 * What is wrong with a URL as a target; null when nothing is.
 *
 * Judges what the URL says by itself. What a name stands for is judged with each connection, by `isPublicAddress`.
 */
export const urlFlaw = (text: string, targets: WebhookTargets): UrlFlaw | null => {
  const url = isWebUrl(text) && !text.includes('#') ? URL.parse(text) : null
  if (url === null) return 'Malformed'
  if (url.username !== '' || url.password !== '') return 'HasCredentials'
  if (targets === 'Any') return null
  if (url.protocol !== 'https:') return 'NotHttps'
  return isPublicName(url.hostname) ? null : 'NotPublic'
}

/** The URL parser has made a canonical address of whatever can be read as one: `0x7f.1` is `127.0.0.1`. */
const isPublicName = (hostname: string): boolean => {
  const name = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  if (ip.isValid(name)) return isPublicAddress(name)
  return name.includes('.') && !LOCAL_NAME.test(name)
}

/** @see https://www.rfc-editor.org/rfc/rfc6761, https://www.rfc-editor.org/rfc/rfc6762 */
const LOCAL_NAME =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|onion|test|invalid)$/i

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local, reserved, multicast, nor one that
 * carries an IPv4 address inside (mapped, translated, 6to4, Teredo).
 *
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export const isPublicAddress = (address: string): boolean => {
  // Shorter forms mean other addresses to other readers.
  const isExact = ip.IPv4.isValidFourPartDecimal(address) || ip.IPv6.isValid(address)
  if (!isExact) return false
  const parsed = ip.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST)
}

const GLOBAL_UNICAST = ip.IPv6.parseCIDR('2000::/3')
