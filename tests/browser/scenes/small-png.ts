import { crc32, deflateSync } from 'node:zlib'
import type { Tab } from '../drivers/engine.ts'

const COLOURS = 16
/** Of these, the first are grounds and letters, which may be much alike; of what is between, one shade is enough. */
const GROUNDS = 6
const APART = 40

/**
 * The same picture with sixteen of its colours, and for any other the nearest of these: a fraction of the
 * size for a picture of text on plain ground. `tab` is any blank one; it reads the picture.
 */
export async function smaller(png: Buffer, tab: Tab): Promise<Buffer> {
  const { width, height, pixels } = await tab.run<{
    width: number
    height: number
    pixels: string
  }>(`(async () => {
    const image = new Image()
    image.src = 'data:image/png;base64,${png.toString('base64')}'
    await image.decode()
    const { width, height } = image
    const drawn = new OffscreenCanvas(width, height).getContext('2d')
    drawn.drawImage(image, 0, 0)
    return { width, height, pixels: new Uint8Array(drawn.getImageData(0, 0, width, height).data.buffer).toBase64() }
  })()`)
  const rgba = Buffer.from(pixels, 'base64')
  const uses = new Map<number, number>()
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = rgba.readUIntBE(at, 3)
    uses.set(colour, (uses.get(colour) ?? 0) + 1)
  }
  const colours = [...uses.keys()].sort((one, other) => (uses.get(other) ?? 0) - (uses.get(one) ?? 0))
  const palette = paletteOf(colours)
  const indexOf = new Map(colours.map((colour) => [colour, nearest(colour, palette)]))

  // One byte before each row says that it is not filtered.
  const rowLength = 1 + Math.ceil(width / 2)
  const rows = Buffer.alloc(height * rowLength)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const index = indexOf.get(rgba.readUIntBE((y * width + x) * 4, 3)) ?? 0
      // Two pixels in a byte, the left one first.
      const at = y * rowLength + 1 + (x >> 1)
      rows.writeUInt8(x % 2 === 0 ? index << 4 : rows.readUInt8(at) + index, at)
    }
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 4, 3, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [...parts(colour)]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function parts(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

/** The colours that are used most, and of those alike only one. */
function paletteOf(byUse: readonly number[]): readonly number[] {
  const chosen = byUse.slice(0, GROUNDS)
  for (const colour of byUse.slice(GROUNDS)) {
    if (chosen.length === COLOURS) break
    if (chosen.every((other) => distance(colour, other) >= APART ** 2)) chosen.push(colour)
  }
  return chosen
}

function nearest(colour: number, palette: readonly number[]): number {
  const distances = palette.map((other) => distance(colour, other))
  return distances.indexOf(Math.min(...distances))
}

/** Squared. */
function distance(one: number, other: number): number {
  const [red, green, blue] = parts(one)
  const [r, g, b] = parts(other)
  return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
}

/** A part of a PNG: its length, name, data and checksum. */
export function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}
