import puppeteer from 'puppeteer-core'
import { readFileSync, writeFileSync } from 'node:fs'
import { findBrowser } from '../src/install/find-browser.mjs'
import { startHost } from '../src/mocks/http-host.ts'
import { filledPage } from '../src/stamp/write-stamp.ts'
const M='c0ffee0123456789abcdef0123456789abcdef01'
const server = await startHost({ behaviour: 'unclaimed', machineIdentifier: M })
const html = filledPage(readFileSync('/tmp/marked.html','utf8'), {format:1,server:{machineIdentifier:M,friendlyName:'Attic NAS',addresses:[server.origin]}})
writeFileSync('/tmp/m.html', html)
writeFileSync('/tmp/alone.html', html.replace(/(<script id="(app|first-look)"[^>]*>)[^]*?(<\/script>)/g,'$1$3'))
writeFileSync('/tmp/bare.html', `<!doctype html><html data-stage=looking><head><meta charset=utf-8><title>x</title></head><body><main><p>Looking for your server</p></main><script>performance.mark('a-start');fetch('${server.origin}/identity',{headers:{Accept:'application/json'},credentials:'omit',cache:'no-store'}).then(r=>r.json()).then(s=>{performance.mark('g-draw 2');var m=document.querySelector('main');m.textContent='';['Setup Plex','Your server','Sign in with','Attic'].forEach(l=>m.appendChild(document.createElement('p')).textContent=l);performance.mark('j-painted 2');requestAnimationFrame(()=>{performance.mark('k-raf1');requestAnimationFrame(()=>performance.mark('l-raf2'))})});performance.mark('d-asked')</script></body></html>`)
const slow = Number(process.argv[2]??1)
const b = await puppeteer.launch({executablePath: findBrowser()!, pipe:true, args:['--no-sandbox','--disable-quic']})
const pages=['bare','alone','m']
const all: Record<string, Record<string, number[]>> = {}
for (let i=0;i<14;i++) for (const name of pages){ const p=await b.newPage(); if(slow>1) await p.emulateCPUThrottling(slow); await p.goto(`file:///tmp/${name}.html`); await new Promise(r=>setTimeout(r,700*Math.sqrt(slow)))
 const m = await p.evaluate(()=>{ const seen: Record<string,number>={}; for(const e of [...performance.getEntriesByType('mark'),...performance.getEntriesByType('paint')]) { let n=e.name; if(n in seen) n+=' 2'; if(!(n in seen)) seen[n]=e.startTime } const nav=performance.getEntriesByType('navigation')[0] as any; seen['z dcl']=nav.domContentLoadedEventStart; return seen })
 await p.close(); if(i>1) for(const [k,v] of Object.entries(m)) ((all[k]??={})[name]??=[]).push(v) }
const med=(v?:number[])=>v===undefined?'–':v.sort((a,b)=>a-b)[Math.floor(v.length/2)]!.toFixed(1)
for(const [k,v] of Object.entries(all).sort((a,b)=>(a[1]['m']?.[0]??0)-(b[1]['m']?.[0]??0))) console.log(k.padEnd(26), pages.map(n=>med(v[n]).padStart(8)).join(''))
await b.close(); process.exit(0)
