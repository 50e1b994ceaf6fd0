import { quoted, type Completable, type CompletableOption } from './completable.ts'

/** For zsh, read by `eval`, or as a file `_setup-plex` in one of the folders of `fpath`. */
export function zshCompletion(commands: readonly Completable[]): string {
  const [program, ...others] = commands
  return `#compdef setup-plex
# What zsh completes of setup-plex. Made by "setup-plex completion zsh".
_setup-plex() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  local -a choices
  _arguments -C -A '-*' \\
${(program?.options ?? [])
  .map(specOf)
  .map((spec) => `    ${spec} \\\n`)
  .join('')}    '1: :->command' \\
    '*:: :->behind' && return
  case $state in
    command)
      choices=(${(program?.words ?? []).map(({ word, what }) => quoted(`${word}:${what}`)).join(' ')})
      _describe -t commands command choices
      ;;
    behind)
      case $words[1] in
${others.map(behind).join('\n')}
      esac
      ;;
  esac
}
compdef _setup-plex setup-plex
if [ "$funcstack[1]" = _setup-plex ]; then _setup-plex "$@"; fi`
}

function behind({ name, options, words }: Completable): string {
  const choices = words.length === 0 ? [] : [quoted(`1: :(${words.map(({ word }) => word).join(' ')})`)]
  return `        ${name}) _arguments ${[...options.map(specOf), ...choices].join(' ')} ;;`
}

/** As `_arguments` reads it: `'*--host=[a name]:NAME: '`. */
function specOf({ forms, what, value, isRepeated }: CompletableOption): string {
  const does = { file: '_files', folder: '_files -/', text: ' ' }
  const takes = value === null ? '' : `:${value.name.replaceAll(':', '\\:')}:${does[value.kind]}`
  const others = forms.length > 1 && !isRepeated ? `(${forms.join(' ')})` : ''
  return forms
    .map((form) => {
      const head = `${isRepeated ? '*' : others}${form}${value === null ? '' : '='}`
      return quoted(`${head}[${what.replace(/[\\[\]:]/g, '\\$&')}]${takes}`)
    })
    .join(' ')
}
