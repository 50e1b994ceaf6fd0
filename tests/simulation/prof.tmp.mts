import { existsSync, readFileSync, writeFileSync } from 'node:fs'
const { builtPage } = await import('/tmp/w/sim/tests/simulation/page/built-page.ts')
const { drawPlan } = await import('/tmp/w/sim/tests/simulation/plan/draw-plan.ts')
const { live } = await import('/tmp/w/sim/tests/simulation/world/live.ts')
const { newSlots } = await import('/tmp/w/sim/tests/simulation/world/slots.ts')
const { prepareProcess, xmlParser } = await import('/tmp/w/sim/tests/simulation/run/worker.ts')
prepareProcess()
const page = existsSync('/tmp/w/page.json') ? JSON.parse(readFileSync('/tmp/w/page.json', 'utf8')) : await builtPage()
writeFileSync('/tmp/w/page.json', JSON.stringify(page))
const slots = newSlots(page, xmlParser())
const [from, to] = process.argv.slice(2).map(Number)
const t = performance.now(), c = process.cpuUsage(); const by = {}; let s=0
for (let seed = from; seed < to; seed++) { const l = await live(drawPlan(seed), slots); if (l.broken) (by[l.broken.promise] ??= []).push([seed, l.broken.sentence.slice(0, 300)]) }
const n = to - from
console.log('wall/seed', (performance.now() - t) / n, 'cpu/seed', process.cpuUsage(c).user / 1000 / n)
for (const [k, v] of Object.entries(by)) console.log(k, v.length, JSON.stringify(v.slice(0, 4)))
