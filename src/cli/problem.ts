/** What a program that starts this one can tell from how it ended. The fourth and the fifth are of `doctor` alone. */
export const EXIT = { done: 0, noServer: 1, usage: 2, refused: 3, toDo: 4, notSeen: 5, bug: 70 } as const
type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Expected trouble: one sentence for the person that says what to do. Anything else that is thrown is a bug of ours. */
export class Problem extends Error {
  readonly exitCode: ExitCode
  constructor(sentence: string, exitCode: ExitCode) {
    super(sentence)
    this.exitCode = exitCode
  }
}
