import type { ChromiumTab } from '../drivers/chromium-tab.ts'

/** The share of pixels that differ so that somebody would see it; 1 where the pictures are not even of one size. */
export async function differenceOf(one: Buffer, other: Buffer, tab: ChromiumTab): Promise<number> {
  const urls = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`)
  return tab.run<number>(`(async () => {
    const [one, other] = await Promise.all(${JSON.stringify(urls)}.map(async (src) => {
      const image = new Image()
      image.src = src
      await image.decode()
      const drawn = new OffscreenCanvas(image.width, image.height).getContext('2d')
      drawn.drawImage(image, 0, 0)
      return drawn.getImageData(0, 0, image.width, image.height)
    }))
    if (one.width !== other.width || one.height !== other.height) return 1
    let different = 0
    for (let at = 0; at < one.data.length; at += 4) {
      if ([0, 1, 2].some((part) => Math.abs(one.data[at + part] - other.data[at + part]) > 48)) different += 1
    }
    return different / (one.width * one.height)
  })()`)
}
