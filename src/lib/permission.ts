import { useEffect, useState } from 'react'

export type Permission = 'granted' | 'denied' | 'prompt' | 'unknown'

const ASKED_EVERY_MS = 3_000

/**
 * What the browser says of this page reaching the local network. It says "prompt" or "denied" to pages that may as well
 * (browsers.md rule 4), so that it counts only together with failures. Asked only while `wanted`.
 */
export function usePermission(wanted: boolean): Permission {
  const [permission, setPermission] = useState<Permission>('unknown')
  useEffect(() => {
    if (!wanted) return
    let stopped = false
    const look = async (): Promise<void> => {
      const state = await stateOf()
      if (!stopped) setPermission(state)
    }
    void look()
    const timer = setInterval(() => void look(), ASKED_EVERY_MS)
    return () => {
      stopped = true
      clearInterval(timer)
    }
  }, [wanted])
  return permission
}

async function stateOf(): Promise<Permission> {
  try {
    const { state } = await navigator.permissions.query({ name: 'local-network' as PermissionName })
    return state
  } catch {
    return 'unknown'
  }
}
