/** Vite, Lingui and React's plugin believe a mode that they find in the environment. */
export async function inProduction<Result>(build: () => Promise<Result>): Promise<Result> {
  const environment = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    return await build()
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = environment
  }
}
