export function withoutServices<T>(work: () => T, file?: string): T
