/** What somebody wrote who was stuck, and what was wrong. One line of complaints.tsv. */
export type Complaint = {
  /** The one that was wrong comes first, then others that would look the same. */
  readonly causes: readonly [string, ...string[]]
  readonly language: string
  /** Where it was said; whatever says the same in the same place shares it. */
  readonly thread: string
  readonly text: string
}

/** Reads complaints.tsv, whose first line names the columns. Throws where a line is not one. */
export function parseComplaints(file: string): readonly Complaint[] {
  const [, ...lines] = file.trimEnd().split(/\r?\n/)
  return lines.map((line, index) => {
    const [causes = '', language = '', thread = '', text = '', ...more] = line.split('\t')
    const [first = '', ...others] = causes.split(',')
    if ([first, language, thread, text].includes('') || more.length > 0) {
      throw new Error(`complaints.tsv, line ${index + 2}: not a cause, a language, a thread and a text`)
    }
    return { causes: [first, ...others], language, thread, text }
  })
}
