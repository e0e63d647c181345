import { visit } from './visit.js'

const { KALENDS_URL = 'http://127.0.0.1:3000/graphql', KALENDS_TOKEN = 'demo-ann' } = process.env

for await (const line of visit(
  { url: KALENDS_URL, token: KALENDS_TOKEN },
  new Date().toISOString(),
)) {
  console.log(line)
}
