export declare function namesIn(english: string): readonly string[]
export declare function nameFaultsOf(
  english: string,
  translation: string,
  comments: readonly string[],
  locale: string,
): readonly string[]
