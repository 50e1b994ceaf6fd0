/** What CHANGELOG.md says about a version, below its heading; null where it says nothing. */
export function changesOf(changelog: string, version: string): string | null {
  const lines = changelog.split('\n')
  const at = lines.indexOf(`## ${version}`)
  if (at < 0) return null
  const behind = lines.slice(at + 1)
  const end = behind.findIndex((line) => line.startsWith('## '))
  const changes = behind.slice(0, end < 0 ? undefined : end)
  return changes.join('\n').trim() || null
}
