import { deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]
type Point = readonly [x: number, y: number]

const SIDE = 512
const GROUND: Colour = [0xa3, 0x3b, 0x00]
const LINES: Colour = [0xff, 0xfe, 0xfc]
/** The arrow of the icon in the tab of a server that is not linked (`src/app/favicon.ts`), on a field of 32. */
const FIELD = 32
const ARROW: readonly (readonly [Point, Point])[] = [
  [
    [8, 16],
    [24, 16],
  ],
  [
    [18, 10],
    [24, 16],
  ],
  [
    [24, 16],
    [18, 22],
  ],
]
const HALF_WIDTH = 2

/** The page's icon for home screens, as a PNG: the ground fills it to its edges, because telephones cut out their own shape. */
export function homeScreenIcon(): Buffer {
  const rows = Array.from({ length: SIDE }, (_, y) => rowAt(y))
  const size = Buffer.alloc(8)
  size.writeUInt32BE(SIDE, 0)
  size.writeUInt32BE(SIDE, 4)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    // 8 bits for each of three colours.
    chunk('IHDR', Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])])),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function rowAt(y: number): Buffer {
  // 0: the row stands as it is.
  const row = Buffer.alloc(1 + 3 * SIDE)
  for (let x = 0; x < SIDE; x += 1) {
    const share = shareOfLines(((x + 0.5) * FIELD) / SIDE, ((y + 0.5) * FIELD) / SIDE)
    for (const [place, ground] of GROUND.entries()) {
      row[1 + 3 * x + place] = Math.round(ground + share * ((LINES[place] ?? 0) - ground))
    }
  }
  return row
}

/** How much of the pixel around this point belongs to the arrow: between 0 and 1 at its edges. */
function shareOfLines(x: number, y: number): number {
  const away = Math.min(...ARROW.map(([from, to]) => distanceTo(from, to, x, y)))
  return Math.min(1, Math.max(0, ((HALF_WIDTH - away) * SIDE) / FIELD + 0.5))
}

function distanceTo([ax, ay]: Point, [bx, by]: Point, x: number, y: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(checksumOf(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}

/** CRC-32, which `node:zlib` has in newer versions alone. */
function checksumOf(bytes: Buffer): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  }
  return (rest ^ 0xffffffff) >>> 0
}
