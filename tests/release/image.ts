import { DockerfileParser, type Instruction } from 'dockerfile-ast'

/** What a Dockerfile makes: the state of its last step. */
export type Image = {
  readonly from: string
  readonly copied: readonly { readonly sources: readonly string[]; readonly into: string }[]
  readonly user: string
  readonly entrypoint: readonly string[]
  readonly command: readonly string[]
  readonly healthCheck: readonly string[]
}

const NONE: Image = { from: '', copied: [], user: '', entrypoint: [], command: [], healthCheck: [] }

/**
 * Reads a Dockerfile of one stage in which nothing is run. Throws for any other step, and for a program that would be
 * started by a shell: nothing here could carry that out as an engine does.
 */
export function imageOf(dockerfile: string): Image {
  return DockerfileParser.parse(dockerfile)
    .getInstructions()
    .reduce((image, step) => ({ ...image, ...changeBy(step, image) }), NONE)
}

function changeBy(step: Instruction, image: Image): Partial<Image> {
  const words = step.getArguments().map((word) => word.getValue())
  const [first = ''] = words
  switch (step.getKeyword()) {
    case 'FROM':
      if (image.from !== '') throw new Error('There is a second stage.')
      return { from: words.join(' ') }
    case 'LABEL':
      return {}
    case 'COPY':
      return { copied: [...image.copied, { sources: words.slice(0, -1), into: words.at(-1) ?? '' }] }
    case 'USER':
      return { user: first }
    case 'ENTRYPOINT':
      return { entrypoint: programIn(step) }
    case 'CMD':
      return { command: programIn(step) }
    case 'HEALTHCHECK':
      return { healthCheck: programIn(step) }
    default:
      throw new Error(`Nothing here can carry out ${step.getKeyword()}.`)
  }
}

/** In the form of a list, which is started without a shell. */
function programIn(step: Instruction): readonly string[] {
  const [list] = /\[[^]*\]$/.exec(step.getArgumentsContent() ?? '') ?? []
  if (list === undefined) throw new Error(`${step.getKeyword()} would need a shell.`)
  return JSON.parse(list) as string[]
}
