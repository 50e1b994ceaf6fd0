export declare const MARKS: Readonly<Record<string, string>>
