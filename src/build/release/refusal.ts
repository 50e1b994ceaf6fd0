/** What has to be known of the tree before anything is built. */
export type Tree = {
  readonly version: string
  readonly changes: string | null
  /** What is changed or unknown to git, by its lines. */
  readonly dirty: readonly string[]
  /** Is there a release of this version already? */
  readonly isThere: boolean
}

const MOST_NAMED = 3

/** Why nothing is released, in one sentence that says what to do; null where nothing stands in the way. */
export function refusalOf({ version, changes, dirty, isThere }: Tree): string | null {
  if (dirty.length > 0) {
    const named = dirty.slice(0, MOST_NAMED).map((line) => line.slice(3))
    const more = dirty.length > MOST_NAMED ? ` and ${dirty.length - MOST_NAMED} more` : ''
    return `The tree is not clean: commit ${named.join(', ')}${more}, or put that away.`
  }
  if (changes === null) return `CHANGELOG.md says nothing below "## ${version}": write what is new in it.`
  if (isThere)
    return `release/${version} is there already: move it away, or raise the version in package.json.`
  return null
}
