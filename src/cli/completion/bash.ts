import type { Completable } from './completable.ts'

const THEN = { file: '_setup_plex_files -f && ', folder: '_setup_plex_files -d && ', text: '' } as const

/** For bash 3.2 as macOS has it, and newer: no `mapfile`, and `compopt` where there is one. */
export function bashCompletion(commands: readonly Completable[]): string {
  const named = commands.filter(({ name }) => name !== '').map(({ name }) => name)
  return `# What bash completes of setup-plex. Made by "setup-plex completion bash".
_setup_plex() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command= words= options= at each
  # In --option=value, the sign is a word of its own.
  if [[ $word == = ]]; then word=; elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    case \${COMP_WORDS[at]} in
      ${named.join(' | ')}) command=\${COMP_WORDS[at]} && break ;;
    esac
  done
  COMPREPLY=()
  case $command:$before in
${commands.flatMap(valuesIn).join('\n')}
  esac
  case $command in
${commands.map(choicesIn).join('\n')}
  esac
  if [[ $word == -* || -z $words ]]; then words=$options; fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
_setup_plex_files() {
  compopt -o filenames 2>/dev/null
  while IFS= read -r each; do COMPREPLY+=("$each"); done < <(compgen "$1" -- "$word")
}
complete -F _setup_plex setup-plex`
}

/** What follows an option of this command. Values of the third kind only the person knows. */
function valuesIn({ name, options }: Completable): readonly string[] {
  return (['file', 'folder', 'text'] as const).flatMap((kind) => {
    const forms = options.filter(({ value }) => value?.kind === kind).flatMap((option) => option.forms)
    const patterns = forms.map((form) => `${name}:${form}`)
    return patterns.length === 0 ? [] : [`    ${patterns.join(' | ')}) ${THEN[kind]}return ;;`]
  })
}

function choicesIn({ name, words, options }: Completable): string {
  const forms = options.flatMap((option) => option.forms)
  return `    '${name}') words='${words.map(({ word }) => word).join(' ')}' options='${forms.join(' ')}' ;;`
}
