/** The text as stores can keep it: well-formed, without U+0000. */
export const plainText = (text: string): string => text.replaceAll('\0', '').toWellFormed()
