import { expect, test } from 'vitest'
import { plainText } from './plain-text.js'

const html = (content: string) => plainText({ format: 'Html', content }, 1000)

test('plainText: HTML loses its tags, scripts and comments, and keeps its words apart', () => {
  expect(html('<p>One</p><p>t<b>w</b>o &amp; <i>three</i></p>')).toBe('One\ntwo & three\n')
  expect(html('<script>let it</script><!-- no --><div>yes</div>')).toBe('yes\n')
  expect(html('a < b <unclosed')).toContain('a < b')
})

test('plainText: a Delta is what it inserts as text', () => {
  const ops = [{ insert: 'one' }, { insert: { image: 'x' } }, { insert: 'two\n' }, { retain: 1 }, 7]
  expect(plainText({ format: 'Delta', content: { ops } }, 1000)).toBe('one two\n')
})

test('plainText: no longer than asked, and no dearer', () => {
  const before = performance.now()
  const content = `<p>${'<b>word</b> '.repeat(40_000)}</p>`
  expect(plainText({ format: 'Html', content }, 100)).toHaveLength(100)
  expect(plainText({ format: 'Plain', content }, 100)).toHaveLength(100)
  expect(performance.now() - before).toBeLessThan(100)
})
