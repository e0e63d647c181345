import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { eldDetector } from './eld-detector.js'

const told: readonly (readonly [string, string])[] = [
  ['en', 'Please read the agenda before the meeting.'],
  ['en', 'We go over the roadmap for the coming quarter and decide what we drop.'],
  ['de', 'Bitte lest die Tagesordnung vor der Besprechung.'],
  ['de', 'Tagesordnung: Stand, Risiken, nächste Schritte'],
  ['fr', "Merci d'apporter vos documents pour la réunion."],
  ['es', 'Por favor traigan sus documentos a la reunión.'],
  ['it', 'Portate i documenti alla riunione, grazie.'],
  ['nl', 'Neem je laptop mee naar de vergadering.'],
  ['pt', 'Por favor tragam os documentos para a reunião.'],
  ['pl', 'Proszę przynieść dokumenty na spotkanie.'],
  ['cs', 'Přineste prosím dokumenty na schůzku.'],
  ['sv', 'Ta med dig din dator till mötet.'],
  ['da', 'Tag din computer med til mødet.'],
  ['ru', 'Пожалуйста, принесите документы на встречу.'],
  ['uk', 'Будь ласка, принесіть документи на зустріч.'],
  ['tr', 'Lütfen toplantıya belgelerinizi getirin.'],
  ['ar', 'يرجى إحضار المستندات إلى الاجتماع.'],
  ['ja', '会議の前に資料を読んでください。'],
  ['zh', '请在会议前阅读文件。'],
  ['ko', '회의 전에 문서를 읽어 주세요.'],
]

test.each(told)('eldDetector: %s of "%s"', async (language, text) => {
  expect(await eldDetector(text)()).toEqual(E.right(language))
})

const untold: readonly string[] = [
  '',
  'OK',
  'Lunch',
  'Team lunch at noon',
  '123 456',
  'Q3 OKR sync FY27',
  'https://meet.example.com/the-weekly-meeting-of-the-whole-team',
  'ann.and.all.the.others@example.com www.example.com/there-and-back-again',
  '🎉🎉🎉',
]

test.each(untold)('eldDetector: cannot tell the language of "%s"', async (text) => {
  expect(await eldDetector(text)()).toEqual(E.right(null))
})

test('eldDetector: a hostile text costs no more than a long one', async () => {
  const before = performance.now()
  await eldDetector(`${'a'.repeat(250)}.`.repeat(4000))()
  await eldDetector('h://'.repeat(100_000))()
  expect(performance.now() - before).toBeLessThan(2000)
})
