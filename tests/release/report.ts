/** What came of the checks so far. A check that fails does not keep the others from being made. */
export class Report {
  #passed = 0
  #failed = 0
  readonly #notRun: string[] = []

  async check(name: string, work: () => Promise<void> | void): Promise<void> {
    try {
      await work()
      this.#passed += 1
      console.log(`  ok      ${name}`)
    } catch (error) {
      this.#failed += 1
      console.log(`  FAILED  ${name}\n${error instanceof Error ? error.message : String(error)}`)
    }
  }

  notRun(name: string, want: string): void {
    this.#notRun.push(name)
    console.log(`  NOT RUN ${name}, for want of ${want}`)
  }

  /** The last line, and the exit code: what could not be run was not checked. */
  end(): number {
    console.log(`\n${this.#passed} passed, ${this.#failed} failed, ${this.#notRun.length} skipped`)
    return this.#failed > 0 || this.#passed === 0 ? 1 : 0
  }
}
