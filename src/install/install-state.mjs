/** Needs nothing that `npm ci` would have to install first. */

/** A lock file's packages by place, without the project itself. */
function packagesOf(lock) {
  return Object.entries(lock?.packages ?? {}).filter(([place]) => place !== '')
}

/**
 * Why `npm ci` has to run, or null when what is installed is what the lock file asks for. Pure.
 * Times do not count: each checkout gives the lock file a new one. Packages for other platforms are never installed, so an
 * absent optional one is fine.
 */
export function reasonToInstall({ lock, installed }) {
  if (installed === null) return 'nothing is installed yet'
  for (const [place, wanted] of packagesOf(lock)) {
    const present = installed.packages?.[place]
    if (present === undefined ? !wanted.optional : !isSame(present, wanted)) {
      return `${place} is not as package-lock.json wants it`
    }
  }
  const foreign = packagesOf(installed).find(([place]) => lock?.packages?.[place] === undefined)
  return foreign === undefined ? null : `${foreign[0]} is installed and not in package-lock.json`
}

function isSame(present, wanted) {
  return present.version === wanted.version && present.integrity === wanted.integrity
}
