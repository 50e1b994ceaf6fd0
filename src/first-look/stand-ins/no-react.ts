/** For scripts that draw without a library: what the hooks beside the functions that they use would need. */
const none = (): never => {
  throw new Error('Nothing here is drawn by components')
}

export const useCallback = none
export const useEffect = none
export const useState = none
export const useSyncExternalStore = none
