import { describe, expect, it, vi } from 'vitest'
import { encoded } from '../../src/build/encodings.ts'
import { packed } from '../../src/build/packed.ts'
import { unpackJson } from '../../src/lib/unpack-json.ts'

// A busy computer takes its time to read all letters of an encoding.
vi.setConfig({ testTimeout: 60_000 })

describe('what is packed when the page is built', () => {
  it.each([
    ['utf-8', 'Your server'],
    ['windows-1252', 'Það er þjónn á ferð'],
    ['windows-1250', 'Příliš žluťoučký kůň'],
    ['windows-1251', 'Твой сервер «работает»'],
    ['windows-1253', 'Ο διακομιστής σας'],
    ['windows-1254', 'Sunucunuz çalışıyor, ışığı gör'],
    ['windows-1255', 'השרת שלך פועל'],
    ['windows-1256', 'خادمك يعمل'],
    ['shift_jis', 'サーバーは動いています。'],
    ['euc-kr', '서버가 실행 중입니다'],
    ['gb18030', '服务器正在运行'],
  ])('is in %s where that takes fewest bytes: %s', (encoding, text) => {
    expect(encoded(JSON.stringify([text])).encoding).toBe(encoding)
    expect(unpackJson(packed([text]))).toEqual([text])
  })

  it.each([
    ['letters that the encoding lacks', ['Твой сервер 🎬 работает', 'ș \u2068 \u2069 ∀']],
    ['what means something in JSON or a page', { '"\\': '</script><!-- \n \u2028' }],
    ['nothing at all', ''],
  ])('may have %s', (_what, data) => {
    expect(unpackJson(packed(data))).toEqual(data)
  })

  it('is read as nothing where it is something else', () => {
    for (const other of [undefined, 5, '', '#', 'utf-8', '<', 'ü'.repeat(9), packed(1).slice(1)])
      expect(unpackJson(other)).toBeNull()
  })
})
