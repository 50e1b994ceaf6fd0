import { readFileSync } from 'node:fs'
import { BUILT_FOR } from './src/build/browsers/built-for.ts'
import { tooNewInScript } from './src/build/browsers/too-new-in-script.ts'
const h = readFileSync('dist/Setup Plex.html','utf8')
const m=[...h.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)].find(([,a])=>/first-look/.test(a!))!
console.log(m[2]!.length, m[2]!.slice(4200,4260), m[2]!.slice(0,40))
for (const v of [2018, 2019, 2020]) console.log(v, tooNewInScript(m[2]!, {...BUILT_FOR.firstLook, ecmaVersion: v as 2017}))
