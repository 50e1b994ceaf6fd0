import { JSDOM } from 'jsdom'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { builtPage } from './page/built-page.ts'
import { drawPlan } from './plan/draw-plan.ts'
import { live } from './world/live.ts'
import { newSlots } from './world/slots.ts'
import { addCoverage, noCoverage } from './world/coverage.ts'
const page = existsSync('/tmp/w/page.json') ? JSON.parse(readFileSync('/tmp/w/page.json', 'utf8')) : await builtPage()
writeFileSync('/tmp/w/page.json', JSON.stringify(page))
const slots = newSlots(page, (new JSDOM('').window as any).DOMParser)
process.on('unhandledRejection', (e) => console.log('unhandled', e))
const [from, to] = process.argv.slice(2).map(Number)
const all = noCoverage()
const by: Record<string, [number, string][]> = {}
const t = performance.now(), c = process.cpuUsage()
let q = 0
for (let seed = from; seed < to; seed++) {
  const lived = await live(drawPlan(seed), slots)
  addCoverage(all, lived.coverage); q += lived.questions
  if (lived.broken) (by[lived.broken.promise] ??= []).push([seed, lived.broken.sentence])
  if (to - from === 1 || seed === Number(process.env.TELL)) for (const { atMs, sentence } of lived.story) console.log((atMs / 1000).toFixed(3).padStart(9), sentence)
  if (to - from === 1) console.log(lived.plan.opening, lived.plan.hosts, lived.plan.look, lived.broken, JSON.stringify(lived.plan.steps))
}
const n = to - from
console.log('wall/seed', (performance.now() - t) / n, 'cpu/seed', process.cpuUsage(c).user / 1000 / n, 'questions', q / n)
for (const [k, v] of Object.entries(by)) console.log(k, v.length, v.slice(0, 4).map(([s, w]) => `\n    ${s}: ${w.slice(0, 300)}`).join(''))
console.log(all.screens, Object.keys(all.transitions).length, Object.keys(all.causes), Object.keys(all.pairs).length)
