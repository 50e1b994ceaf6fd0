export type StyleSheet = {
  readonly marks: string
  readonly terms: ReadonlyMap<string, readonly RegExp[]>
  readonly never: readonly RegExp[]
}

export declare const TERMS: Readonly<Record<string, RegExp>>
export declare function parseStyleSheet(text: string): StyleSheet
export declare function readStyleSheet(locale: string): Promise<StyleSheet | null>
export declare function sheetFaultsOf(
  english: string,
  translation: string,
  sheet: StyleSheet,
): readonly string[]
