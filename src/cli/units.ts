/** Looks into files and folders; both say nothing where there is nothing to see. */
export type Disk = {
  /** The text of a file, or null where there is none. */
  readonly read: (file: string) => string | null
  /** The names in a folder, in order. */
  readonly list: (folder: string) => readonly string[]
}

/** What is in an earlier one replaces what is in a later one under the same name (systemd.unit). */
const FOLDERS = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
]

/**
 * The environment that a unit of systemd gives its program, drop-ins and files of variables included. It is read and
 * not asked for, so that no program is run. Specifiers such as `%h` stay as they are.
 */
export function environmentOfUnit(unit: string, disk: Disk): ReadonlyMap<string, string> {
  const lines = textsOf(`${unit}.service`, disk).flatMap(linesIn)
  const set = new Map<string, string>()
  const files: string[] = []
  for (const line of lines) {
    const [, key = '', value = ''] = /^\s*(Environment|EnvironmentFile)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (key === 'Environment') {
      // An empty one forgets all before it.
      if (value === '') set.clear()
      for (const [name, text] of assignmentsIn(value)) set.set(name, text)
    } else if (key === 'EnvironmentFile') files.push(value.replace(/^-/, ''))
  }
  const ofFiles = files.flatMap((file) => linesIn(disk.read(file) ?? '').flatMap(assignmentsIn))
  return new Map([...set, ...ofFiles])
}

/** The unit's own file, and its drop-ins in the order of their names. */
function textsOf(file: string, { read, list }: Disk): readonly string[] {
  const own = FOLDERS.map((folder) => read(`${folder}/${file}`)).find((text) => text !== null)
  const dropIns = new Map<string, string>()
  for (const folder of FOLDERS.map((each) => `${each}/${file}.d`)) {
    for (const name of list(folder).filter((each) => each.endsWith('.conf'))) {
      if (!dropIns.has(name)) dropIns.set(name, read(`${folder}/${name}`) ?? '')
    }
  }
  const inOrder = [...dropIns].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text)
  return [...(own === undefined ? [] : [own]), ...inOrder]
}

/** Without comments; a backslash at the end goes on in the next line. */
function linesIn(text: string): readonly string[] {
  return text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .filter((line) => !/^\s*[#;]/.test(line))
}

/** `A=b "C=d e"`, with quotes around the whole or around a part. A quote that is left open makes all of it void. */
function assignmentsIn(text: string): readonly (readonly [name: string, value: string])[] {
  if (/["']/.test(text.replace(/"[^"]*"|'[^']*'/g, ''))) return []
  return [...text.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].flatMap(([word]) => {
    const [, name, value = ''] = /^(\w+)=(.*)$/s.exec(word.replace(/["']/g, '')) ?? []
    return name === undefined ? [] : [[name, value] as const]
  })
}
